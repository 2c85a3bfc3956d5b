#!/bin/bash
# Starts a second libvirtd beside the lab's: an unprivileged user's, which listens at a socket and on TCP.
# It can run no guest on the lab's bridges, but define domains and change what is stored of them.
set -euo pipefail
here=$(dirname "$0")
. "$here/../within.sh"
state=$VIF_LAB/second
user=$(id -u libvirt-qemu)

# libvirt listens on no address where the host has but the loopback's.
if ! ip link show hosts0 >/dev/null 2>&1; then
  ip link add hosts0 type bridge
  ip address add 192.0.2.1/24 dev hosts0
  ip link set hosts0 up
fi
rm -rf "$state"
mkdir -p "$state"/{run,home}
cat >"$state/libvirtd.conf" <<END
unix_sock_dir = "$state/run"
auth_unix_rw = "none"
listen_tls = 0
listen_tcp = 1
auth_tcp = "none"
listen_addr = "192.0.2.1"
log_outputs = "3:file:$state/log"
END
# What QEMU can do, libvirt asks it once.
if [ -d "$VIF_LAB/second-cache" ]; then cp -r "$VIF_LAB/second-cache" "$state/cache"; fi
mkdir -p "$state/cache"
chown -R "$user" "$state"
setpriv --reuid "$user" --regid "$user" --clear-groups \
  env HOME="$state/home" XDG_RUNTIME_DIR="$state/run" XDG_CONFIG_HOME="$state/home/config" \
  XDG_CACHE_HOME="$state/cache" \
  setsid libvirtd -l -f "$state/libvirtd.conf" --pid-file "$state/pid" \
  </dev/null >"$state/output" 2>&1 &
within 60 virsh -c "qemu+tcp://192.0.2.1/session" version ||
  { cat "$state/output" "$state/log" >&2; exit 1; }
cp -r "$state/cache" "$VIF_LAB/second-cache"
