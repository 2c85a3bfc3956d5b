#!/bin/bash
# Starts an ssh daemon on port 2222, through which the lab's libvirtd is reached: qemu+ssh://root@…
#
# $VIF_LAB/ssh/key is a key that it takes, and $VIF_LAB/ssh/other-key one that it does not. Root's home is
# the lab's own, on both sides of the connection.
set -euo pipefail
here=$(dirname "$0")
. "$here/../cache.sh"
. "$here/../within.sh"
state=$VIF_LAB/ssh
sshd=$VIF_LAB_CACHE/sshd
[ -d "$sshd" ] || { echo "it was not fetched"; exit 1; }
mkdir "$state"
for key in host-key key other-key; do ssh-keygen -q -t ed25519 -N '' -C "$key" -f "$state/$key"; done
# The account may be locked; nobody's password is needed.
echo 'root:*:::::::' >"$state/shadow"
mount --bind "$state/shadow" /etc/shadow
cat >"$state/config" <<END
ListenAddress 127.0.0.1:2222
HostKey $state/host-key
AuthorizedKeysFile $state/key.pub
PidFile none
# Everybody may write into /run, where the keys are.
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
END
# Where it looks for the socket that its clients talk to, and where its unprivileged part lives.
mkdir -p /run/libvirt /run/sshd
ln -s "$VIF_LAB/libvirt/libvirt-sock" /run/libvirt/libvirt-sock
LD_LIBRARY_PATH=$sshd setsid "$sshd/sshd" -D -e -f "$state/config" </dev/null >"$state/log" 2>&1 &
within 10 ssh -i "$state/key" -p 2222 -o BatchMode=yes -o StrictHostKeyChecking=accept-new \
  root@127.0.0.1 true || { tail -n 1 "$state/log" >&2; exit 1; }
