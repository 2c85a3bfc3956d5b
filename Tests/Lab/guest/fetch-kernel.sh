#!/bin/bash
# Fetches Debian's cloud kernel for the lab's guests into the cache: the image, and the modules that
# a virtio NIC needs. It is not installed.
set -euo pipefail
. "$(dirname "$0")/../cache.sh"
. "$(dirname "$0")/modules.sh"
kernel=$VIF_LAB_CACHE/kernel
[ ! -d "$kernel" ] || exit 0

mkdir -p "$VIF_LAB_CACHE"
scratch=$(mktemp -d "$VIF_LAB_CACHE/kernel.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: //p')
echo "fetching: $package"
# Without apt's own account, which may not look into the cache.
apt-get -qq -o APT::Sandbox::User="$(id -un)" download "$package"
dpkg-deb --extract ./*.deb unpacked

mkdir kernel
cp unpacked/boot/vmlinuz-* kernel/vmlinuz
for module in "${modules[@]}"; do
  find unpacked/lib/modules -name "$module.ko" -exec cp -t kernel {} +
done
# Whole or not at all: another run may have been faster.
mv -T kernel "$kernel" 2>/dev/null || [ -d "$kernel" ]
