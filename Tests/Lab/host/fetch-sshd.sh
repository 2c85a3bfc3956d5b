#!/bin/bash
# Fetches Debian's ssh daemon for the lab's host into the cache. It is not installed: a daemon that the
# machine has, and its keys, are not touched.
set -euo pipefail
cd "$(dirname "$0")"
. ../cache.sh
. ../privileges.sh
sshd=$VIF_LAB_CACHE/sshd
[ ! -d "$sshd" ] || exit 0

mkdir -p "$VIF_LAB_CACHE"
scratch=$(mktemp -d "$VIF_LAB_CACHE/sshd.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
fetch() {
  echo "fetching: openssh-server"
  # With the one library that only it links against; without apt's own account, which may not look
  # into the cache.
  apt-get -qq -o APT::Sandbox::User="$(id -un)" download openssh-server libwrap0
}
# The lists may be older than the packages, or none.
fetch 2>/dev/null || { as_root apt-get -qq update && fetch; }
for package in ./*.deb; do dpkg-deb --extract "$package" unpacked; done
mkdir sshd
mv unpacked/usr/sbin/sshd unpacked/usr/lib/*/libwrap.so.* sshd
# Whole or not at all: another run may have been faster.
mv -T sshd "$sshd" 2>/dev/null || [ -d "$sshd" ]
