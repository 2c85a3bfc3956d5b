#!/bin/bash
# Packs the guests' initial file system: busybox, the NIC's modules, and init.
#
#   pack.sh FILE
set -euo pipefail
file=$(realpath "$1")
cd "$(dirname "$0")"
. ../cache.sh
. ./modules.sh

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root"/{bin,dev,modules}
cp "$(command -v busybox)" "$root/bin/busybox"
install -m 755 init "$root/init"
cp "$VIF_LAB_CACHE"/kernel/*.ko "$root/modules/"
for module in "${modules[@]}"; do
  [ ! -e "$root/modules/$module.ko" ] || echo "$module"
done >"$root/modules/order"
cd "$root"
find . | busybox cpio -o -H newc 2>/dev/null >"$file"
