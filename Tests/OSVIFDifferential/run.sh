#!/bin/bash
# Compares reading, writing and back-levelling with the real os-vif, on objects that both sides make
# at random.
#
#   Tests/OSVIFDifferential/run.sh [option for swift …]
#
# SEED chooses the objects (it is printed), OBJECTS and LEVELS say how many of them. With
# IF_REACHABLE=1 it is skipped where os-vif cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

environment=$("$here/environment.sh") || {
  [ -n "${IF_REACHABLE:-}" ] || exit 1
  echo "skipped: os-vif cannot be had here, and nothing was compared with it"
  exit 0
}
swift build "$@" --product OSVIFDifferential
program=$(swift build "$@" --show-bin-path)/OSVIFDifferential

seed=${SEED:-$RANDOM$RANDOM}
objects=${OBJECTS:-2000}
echo "os-vif $("$environment/bin/pip" show os-vif 2>/dev/null | sed -n 's/^Version: //p'), SEED=$seed"
lines=$(mktemp -d)
trap 'rm -rf "$lines"' EXIT
osvif() { "$environment/bin/python" -W ignore "$here/osvif.py" "$@" 2>"$lines/errors" ||
  { cat "$lines/errors" >&2; return 1; }; }

"$program" make "$seed" "$objects" "${LEVELS:-1000}" "$lines"
osvif answer <"$lines/ours.jsonl" >"$lines/made-here.jsonl"
osvif answer <"$lines/levels.jsonl" >"$lines/back-levelled.jsonl"
osvif make "$seed" "$objects" >"$lines/made-by-os-vif.jsonl"
"$program" --corpus "$lines"/made-here.jsonl "$lines"/made-by-os-vif.jsonl \
  "$lines"/back-levelled.jsonl
