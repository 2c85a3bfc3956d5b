#!/bin/bash
# Builds up the lab's host around this process, then becomes CMD.
#
#   run.sh CMD [ARGUMENT...]
#
# Each part that is there leaves a file of its name in $VIF_LAB/parts. One that cannot be had is told.
set -euo pipefail
here=$(dirname "$0")
mkdir -p "$VIF_LAB"/{parts,log}

# part NAME SCRIPT [ARGUMENT...]
part() {
  local log=$VIF_LAB/log/$1
  if "${@:2}" >"$log" 2>&1; then
    touch "$VIF_LAB/parts/$1"
  else
    echo "note: the lab has no $1: $(tail -n 1 "$log")" >&2
  fi
}

# All at once, for most of each is waiting.
part openvswitch "$here/openvswitch.sh" &
part edge "$here/edge.sh" &
part ssh "$here/sshd.sh" &
part libvirtd "$here/libvirtd.sh"
if [ -e "$VIF_LAB/parts/libvirtd" ]; then
  LIBVIRT_DEFAULT_URI="qemu+unix:///system?socket=$VIF_LAB/libvirt/libvirt-sock" \
    part guests "$here/../guest/start.sh" prompt prompt-1 prompt prompt-2 late late deaf deaf
fi
wait
exec "$@"
