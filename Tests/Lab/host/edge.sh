#!/bin/bash
# Makes the TAP device edge0 a station's port at an 802.1Qbg switch.
#
# The station is lldpad, which libvirt asks to associate a guest. The switch is a second lldpad in a
# network namespace of its own; switch.py is the cable between the two, and what answers VDP: the
# bridge role of lldpad agrees on it, but leaves requests unanswered. Not a veth pair: looking for the
# lowest device, libvirt 9.0 follows one from end to end for ever.
set -euo pipefail
here=$(dirname "$0")
. "$here/../within.sh"
state=$VIF_LAB/edge
mkdir "$state"
# lldpad keeps its state there, under a fixed name.
mount -t tmpfs tmpfs /dev/shm

# configuration DEVICE ROLE
configuration() {
  cat <<END
lldp: { $1: { adminStatus = 3; }; };
nearest_customer_bridge: { $1: {
  adminStatus = 3;
  tlvid001b3f00: { enableTx = true; capabilities = "rte,ecp,vdp"; vsis = "60";
    fmode = "reflectiverelay"; rte = "8"; };
  vdp: { enableTx = true; role = "$2"; };
}; };
END
}
configuration edge0 station >"$state/station"
configuration switch0 bridge >"$state/bridge"

for port in edge0 switch0; do ip tuntap add "$port" mode tap; done
setsid python3 "$here/switch.py" edge0 switch0 "$state" >"$state/switch.log" 2>&1 </dev/null &
within 10 test -e "$state/associations"

# shellcheck disable=SC2016 # $$ and $0 are those of the inner shell
setsid unshare --net --mount bash -euc '
  mount -t tmpfs tmpfs /dev/shm
  # Where process 1 is, the lab is.
  nsenter --target 1 --net ip link set switch0 netns $$
  ip link set switch0 up
  exec lldpad -p -f "$0"' "$state/bridge" >"$state/bridge.log" 2>&1 </dev/null &
ip link set edge0 up
# libvirt looks for it in /run/lldpad.pid.
setsid lldpad -f "$state/station" >"$state/station.log" 2>&1 </dev/null &
within 30 test -e "$state/ready" || { echo "error: the switch does not speak ECP" >&2; exit 1; }
