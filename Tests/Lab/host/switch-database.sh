#!/bin/bash
# Starts Open vSwitch's database, also after one that has ended.
set -euo pipefail
cd /run/openvswitch
[ -e conf.db ] || ovsdb-tool create conf.db /usr/share/openvswitch/vswitch.ovsschema
ovsdb-server conf.db --remote=punix:db.sock --unixctl=ovsdb.ctl --detach \
  --log-file=ovsdb.log -vconsole:off
