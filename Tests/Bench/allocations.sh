#!/bin/bash
# Counts the allocations that each stage of the product makes for a document, and their bytes, by
# valgrind.
#
#   Tests/Bench/allocations.sh [option for swift …]
#
# DOCUMENTS says of how many documents they are the mean; start-up is left out: they are the
# difference between two lengths of a run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
command -v valgrind >/dev/null || { echo "error: this needs valgrind" >&2; exit 1; }

export count=${DOCUMENTS:-100} work bench
bench=$("$here/build.sh" Bench "$@")/Bench
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/make-inputs.sh" "$bench" "$count" "$work"

# Allocations and bytes of so many documents at a stage.
allocations() {
  valgrind --undef-value-errors=no "$bench" "$work" <<<"pass $1 $2" 2>&1 >/dev/null |
    sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*, \([0-9,]*\) bytes allocated.*/\1 \2/p' |
    tr -d ,
}
stage() {
  local once twice bytes_once bytes_twice
  read -r once bytes_once < <(allocations "$1" "$count")
  read -r twice bytes_twice < <(allocations "$1" "$((2 * count))")
  printf '%-10s %6d allocations of %8d bytes in all\n' "$1" "$(((twice - once) / count))" \
    "$(((bytes_twice - bytes_once) / count))"
}
export -f allocations stage

printf '%s\n' decode translate write full build parse check format |
  xargs -P "$(nproc)" -I{} bash -euc 'stage {}'
