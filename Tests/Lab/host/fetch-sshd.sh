#!/bin/bash
# Fetches Debian's ssh daemon for the lab's host into the cache. It is not installed: a daemon that the
# machine has, and its keys, are not touched.
set -euo pipefail
cd "$(dirname "$0")"
. ../cache.sh
. ../privileges.sh
. ../unpack.sh
[ ! -d "$VIF_LAB_CACHE/sshd" ] || exit 0

# With the one library that only it links against.
packages() { echo openssh-server libwrap0; }
unpack
mkdir sshd
mv unpacked/usr/sbin/sshd unpacked/usr/lib/*/libwrap.so.* sshd
keep sshd
