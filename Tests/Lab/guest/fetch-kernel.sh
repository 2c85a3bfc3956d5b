#!/bin/bash
# Fetches Debian's cloud kernel for the lab's guests into the cache: the image, and the modules that
# a virtio NIC needs. It is not installed.
set -euo pipefail
cd "$(dirname "$0")"
. ../cache.sh
. ../privileges.sh
. ./modules.sh
kernel=$VIF_LAB_CACHE/kernel
[ ! -d "$kernel" ] || exit 0

mkdir -p "$VIF_LAB_CACHE"
scratch=$(mktemp -d "$VIF_LAB_CACHE/kernel.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
fetch() {
  local package
  package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: //p')
  echo "fetching: $package"
  # Without apt's own account, which may not look into the cache.
  apt-get -qq -o APT::Sandbox::User="$(id -un)" download "$package"
}
# The lists may be older than the package, or none.
fetch 2>/dev/null || { as_root apt-get -qq update && fetch; }
dpkg-deb --extract ./*.deb unpacked

mkdir kernel
cp unpacked/boot/vmlinuz-* kernel/vmlinuz
for module in "${modules[@]}"; do
  find unpacked/lib/modules -name "$module.ko" -exec cp -t kernel {} +
done
# Whole or not at all: another run may have been faster.
mv -T kernel "$kernel" 2>/dev/null || [ -d "$kernel" ]
