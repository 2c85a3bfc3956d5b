#!/bin/bash
# Runs the product beside its peers, in turns, and prints tables in Markdown.
#
#   Tests/Bench/run.sh [option for swift …]
#
# Each row is the median of ROUNDS rounds (9) in CPU time of one pinned core; the ratios are medians
# too, of the rounds' own. What every program writes is read and compared first. DOCUMENTS says how
# many ports there are in the inputs (10000), LINES how many the last table's file has (1000000; 0
# leaves that out). A peer that is not to be had here is named.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for product in Bench vif; do swift build -c release "$@" --product "$product" >&2; done
programs=$(swift build -c release "$@" --show-bin-path)
ln -s "$programs/Bench" "$programs/vif" "$work/"
"$here/make-inputs.sh" "$work/Bench" "${DOCUMENTS:-10000}" "$work"
gcc -O2 -Wall -Wextra -o "$work/measure" "$here/measure.c"

# A peer: its name, and what makes it. That prints the command, or fails.
peer() {
  local name=$1 command reason=
  shift
  command=$("$@" 2>"$work/log") || reason=$(grep -m 1 . "$work/log" || echo "it cannot be had")
  printf '%s\t%s\t%s\n' "$name" "$command" "${reason//$'\t'/ }" >>"$work/peers.tsv"
}
libxml2() { pkg-config --cflags --libs libxml-2.0; }
simdjson() {
  # shellcheck disable=SC2046
  g++ -O2 -std=c++17 -Wall -Wextra -o "$work/simdjson" "$here/Peers/simdjson.cc" $(libxml2) \
    -lsimdjson && echo "$work/simdjson"
}
jansson() {
  # shellcheck disable=SC2046
  gcc -O2 -Wall -Wextra -o "$work/jansson" "$here/Peers/jansson.c" $(libxml2) -ljansson &&
    echo "$work/jansson"
}
libvirtxml() {
  local path
  path=$("$here/Peers/libvirtxml/fetch.sh") &&
    GO111MODULE=off GOPATH=$path go build -o "$work/libvirtxml" "$here/Peers/libvirtxml/main.go" &&
    echo "$work/libvirtxml"
}
python() {
  local interpreter=$1 program=$2
  "$interpreter" "$program" --one "$work/one.json" >/dev/null && echo "$interpreter $program"
}
nova() {
  local environment
  environment=$("$here/../NovaDifferential/environment.sh") &&
    "$environment/bin/python" -c 'import lxml' && python "$environment/bin/python" "$here/Peers/nova_peer.py"
}
virsh_of_libvirt() { virsh -q -c test:///default domid test >&2 && echo virsh; }

peer simdjson simdjson
peer jansson jansson
peer libvirtxml libvirtxml
peer lxml python /usr/bin/python3 "$here/Peers/lxml_peer.py"
peer nova nova
peer virtinst python /usr/bin/python3 "$here/Peers/virtinst_peer.py"
peer virsh virsh_of_libvirt
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/bench.py" "$work"
