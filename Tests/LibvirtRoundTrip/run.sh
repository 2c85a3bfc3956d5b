#!/bin/bash
# Reads and writes every interface of libvirt's own tests.
#
#   Tests/LibvirtRoundTrip/run.sh [option for swift …]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

folder=$("$here/fetch.sh")
swift build "$@" --product LibvirtRoundTrip
echo "$(cat "$folder/../archive"):"
"$(swift build "$@" --show-bin-path)/LibvirtRoundTrip" "$folder"
