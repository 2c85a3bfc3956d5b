#!/bin/bash
# Starts Open vSwitch with the datapath in user space, DPDK's for vhost-user, and the bridge ovsbr0.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
mkdir -p /run/openvswitch
cd /run/openvswitch

"$here/switch-database.sh"
# Without huge pages, which only the machine outside could set aside; with memory for each port (50 MiB,
# taken when it is first used), since what ports share is half of all there is, if that can be had at
# all; and without a core of its own: with nothing to do, the polling thread sleeps.
ovs-vsctl --no-wait init -- set Open_vSwitch . other_config:dpdk-init=true \
  other_config:dpdk-extra='--legacy-mem --no-huge -m 1024 --no-pci' \
  other_config:per-port-memory=true other_config:pmd-maxsleep=1000
/usr/lib/openvswitch-switch-dpdk/ovs-vswitchd-dpdk unix:db.sock --unixctl=vswitchd.ctl --detach \
  --log-file=vswitchd.log -vconsole:off
ovs-vsctl --timeout=30 add-br ovsbr0 -- set Bridge ovsbr0 datapath_type=netdev
