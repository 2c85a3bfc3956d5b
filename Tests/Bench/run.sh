#!/bin/bash
# Runs the product beside its peers, in turns, and prints tables in Markdown.
#
#   Tests/Bench/run.sh [option for swift …]
#
# Each row is the median of ROUNDS rounds (9) in CPU time of one pinned core; the ratios are medians
# too, of the rounds' own. What every program writes is read and compared first. DOCUMENTS says how
# many ports there are in the inputs (10000), LINES how long the longest file is that whole processes
# read (1000000; 0 leaves that out). A peer that is not to be had here is named.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
export work PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

programs=$("$here/build.sh" Bench,vif "$@")
ln -s "$programs/Bench" "$programs/vif" "$work/"
"$here/make-inputs.sh" "$work/Bench" "${DOCUMENTS:-10000}" "$work"
gcc -O2 -Wall -Wextra -o "$work/measure" "$here/measure.c"

# shellcheck source=Tests/Bench/Peers/build.sh
. "$here/Peers/build.sh"
for peer in simdjson jansson libvirtxml lxml nova virtinst virsh; do
  reason=
  command=$("$peer" 2>"$work/log") || reason=$(tail -n 1 "$work/log")
  [ -n "$command$reason" ] || reason="it does not say why"
  printf '%s\t%s\t%s\n' "$peer" "$command" "${reason//$'\t'/ }" >>"$work/peers.tsv"
done
/usr/bin/python3 "$here/bench.py" "$work"
