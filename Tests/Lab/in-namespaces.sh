#!/bin/bash
# Runs CMD in fresh mount, network and process namespaces where libvirt's QEMU driver works.
#
#   Tests/Lab/in-namespaces.sh CMD [ARGUMENT...]
#
# Inside there are the account libvirt-qemu, which the driver looks up whatever its configuration
# says, one for ssh's daemon, a home of root's for those who ask not HOME for it, the bridge br0 and the
# TAP devices tap0 and tap1. All of it, and every process that CMD started, is gone when CMD is:
# nothing of the machine outside is changed. Needs root.
set -euo pipefail

if [ "${1:-}" != --inside ]; then
  [ $# -gt 0 ] || { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
  [ "$(id -u)" = 0 ] || { echo "error: namespaces, bridges and TAP devices need root" >&2; exit 1; }
  # A process namespace of its own, so that no QEMU can outlive CMD.
  exec unshare --mount --net --pid --fork --kill-child --mount-proc -- "$0" --inside "$@"
fi
shift

# QEMU's, libvirt's and Open vSwitch's fixed places, so that no file of a real one is touched.
mount -t tmpfs tmpfs /run
# Where tests and the demo keep their files, and what else there is: gone with the namespaces.
export VIF_LAB=/run/lab
mkdir "$VIF_LAB"
# The network devices that /sys shows are those of the namespace that it was mounted in.
mount -t sysfs sysfs /sys

mkdir "$VIF_LAB/home"
unset SSH_AUTH_SOCK SSH_ASKPASS
sed -E "s,^(root:([^:]*:){4})[^:]*,\1$VIF_LAB/home," /etc/passwd >"$VIF_LAB/passwd"
cp /etc/group "$VIF_LAB/group"
# account FILE LINE: adds it, unless there is one of its name.
account() { grep -q "^${2%%:*}:" "$VIF_LAB/$1" || echo "$2" >>"$VIF_LAB/$1"; }
account passwd 'libvirt-qemu:x:64055:64055::/nonexistent:/usr/sbin/nologin'
account group 'libvirt-qemu:x:64055:'
account passwd 'sshd:x:64056:65534::/run/sshd:/usr/sbin/nologin'
for file in passwd group; do mount --bind "$VIF_LAB/$file" "/etc/$file"; done

ip link set lo up
ip link add br0 type bridge
ip link set br0 up
for tap in tap0 tap1; do
  ip tuntap add "$tap" mode tap
  ip link set "$tap" up
done

# Errors only: the driver logs warnings about its own configuration to stderr.
export LIBVIRT_DEBUG=4
"$@"
