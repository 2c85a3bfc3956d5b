#!/bin/bash
# Fetches Debian's cloud kernel for the lab's guests into the cache: the image, and the modules that
# a virtio NIC needs. It is not installed.
set -euo pipefail
cd "$(dirname "$0")"
. ../cache.sh
. ../privileges.sh
. ../unpack.sh
. ./modules.sh
[ ! -d "$VIF_LAB_CACHE/kernel" ] || exit 0

packages() { apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: //p'; }
unpack
mkdir kernel
cp unpacked/boot/vmlinuz-* kernel/vmlinuz
for module in "${modules[@]}"; do
  find unpacked/lib/modules -name "$module.ko" -exec cp -t kernel {} +
done
keep kernel
