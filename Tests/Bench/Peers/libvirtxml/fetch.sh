#!/bin/bash
# Fetches libvirt's Go package of its documents' types from Debian with apt, and unpacks it without
# installing it, unless it is there; prints the folder that Go is to look for it in.
#
#   Tests/Bench/Peers/libvirtxml/fetch.sh
#
# SUITE is Debian's suite that it is of: Debian 12 has none, and the later ones all have the same.
# No root is needed. All of it is in $VIF_CACHE, else in .build.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
package=golang-github-libvirt-libvirt-go-xml-dev
suite=${SUITE:-trixie}
folder=${VIF_CACHE:-$PWD/.build}/libvirt-go-xml

fail() {
  echo "libvirt's Go package cannot be fetched: $1" >&2
  exit 1
}

# shellcheck source=Tests/Lab/other-suite.sh
. Tests/Lab/other-suite.sh
if [ ! -e "$folder/ready" ]; then
  open_suite "$suite" "$folder"
  unpack "$package"
fi
echo "$folder/root/usr/share/gocode"
