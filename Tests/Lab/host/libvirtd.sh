#!/bin/bash
# Starts the lab's libvirtd, also after one that has ended: guests run on, and it finds them.
set -euo pipefail
here=$(dirname "$0")
state=$VIF_LAB/libvirt
. "$here/../cache.sh"
. "$here/../within.sh"

# Its fixed folders, and the configuration of one that needs no other daemon.
prepare() {
  mkdir -p "$state" "$VIF_LAB_CACHE/libvirt" /var/{lib,cache,log}/libvirt
  for folder in /etc/libvirt /var/lib/libvirt /var/log/libvirt; do mount -t tmpfs tmpfs "$folder"; done
  # QEMU's capabilities: it takes libvirt 10 seconds to ask for them.
  mount --bind "$VIF_LAB_CACHE/libvirt" /var/cache/libvirt
  cp -r /usr/share/libvirt/nwfilter /etc/libvirt/
  cat >/etc/libvirt/qemu.conf <<END
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = []
namespaces = []
stdio_handler = "file"
END
  cat >/etc/libvirt/libvirtd.conf <<END
unix_sock_dir = "$state"
auth_unix_rw = "none"
auth_unix_ro = "none"
log_outputs = "3:file:$state/log"
END
  mkdir "$state/bin"
  # A kernel without them shapes traffic all the same; see there.
  tc qdisc add dev br0 root sfq && tc qdisc delete dev br0 root ||
    cp "$here/tc.sh" "$state/bin/tc"
  # Only for 802.1Qbg: see there.
  "$(command -v clang || command -v cc)" -O1 -shared -fPIC -o "$state/netlink-port.so" \
    "$here/netlink-port.c"
}

mountpoint -q /etc/libvirt || prepare
PATH="$state/bin:$PATH" LD_PRELOAD="$state/netlink-port.so" setsid libvirtd --pid-file "$state/pid" \
  </dev/null >"$state/output" 2>&1 &
within 60 virsh -c "qemu+unix:///system?socket=$state/libvirt-sock" version ||
  { cat "$state/output" "$state/log" >&2; exit 1; }
