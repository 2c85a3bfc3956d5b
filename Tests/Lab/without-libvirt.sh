#!/bin/bash
# Runs CMD where libvirt's headers cannot be seen, to prove that it does not need them.
#
# Where there is no root to hide them with, CMD runs as it is.
set -euo pipefail
[ "$(id -u)" = 0 ] || exec "$@"
# shellcheck disable=SC2016 # the inner shell's variables
exec unshare --mount -- bash -euc '
  if [ -d /usr/include/libvirt ]; then mount -t tmpfs tmpfs /usr/include/libvirt; fi
  for file in /usr/lib/*/pkgconfig/libvirt*.pc /usr/lib/*/libvirt*.so; do
    if [ -e "$file" ]; then mount --bind /dev/null "$file"; fi
  done
  exec "$@"
' bash "$@"
