#!/bin/bash
# Compares with the real nova, on inputs that are made at random: records of network_info, Neutron
# ports and os-vif objects, each with a flavor, an image and a host.
#
#   Tests/NovaDifferential/run.sh [option for swift …]
#
# SEED chooses the inputs (it is printed), INPUTS says how many of them; with SPEED=1 both sides are
# timed on those, here in a release build. With IF_REACHABLE=1 it is skipped where nova cannot be
# had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

environment=$("$here/environment.sh") || {
  [ -n "${IF_REACHABLE:-}" ] || exit 1
  echo "skipped: nova cannot be had here, and nothing was compared with it"
  exit 0
}
[ -z "${SPEED:-}" ] || set -- "$@" -c release
swift build "$@" --product NovaDifferential
program=$(swift build "$@" --show-bin-path)/NovaDifferential

seed=${SEED:-$RANDOM$RANDOM}
version() { "$environment/bin/pip" show "$1" 2>/dev/null | sed -n 's/^Version: //p'; }
echo "nova $(version nova), os-vif $(version os-vif), SEED=$seed"
lines=$(mktemp -d)
trap 'rm -rf "$lines"' EXIT
nova() { "$environment/bin/python" -W ignore "$here/ask_nova.py" "$@" 2>"$lines/errors" ||
  { cat "$lines/errors" >&2; return 1; }; }

nova make "$seed" "${INPUTS:-2000}" >"$lines/nova.jsonl"
"$program" "$lines" nova.jsonl
[ -z "${SPEED:-}" ] || {
  nova items <"$lines/nova.jsonl" >"$lines/items.jsonl"
  nova speed <"$lines/items.jsonl" >"$lines/rates.json"
  "$program" --speed "$lines/items.jsonl" "$lines/rates.json"
}
