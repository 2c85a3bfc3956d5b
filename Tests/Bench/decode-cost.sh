#!/bin/bash
# Prints what it costs to decode one VIF of typical size: instructions and allocations, which do not
# depend on what else the machine does. Start-up is left out: it is the difference between N and 2N.
#
#   Tests/Bench/decode-cost.sh [FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
file=$(realpath "${1:-$here/openvswitch.json}")
cd "$here/../.."
command -v valgrind >/dev/null || { echo "error: this needs valgrind" >&2; exit 1; }

swift build -c release --product DecodeCost
program=$(swift build -c release --show-bin-path)/DecodeCost
count=200

instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$file" "$1" 2>&1 |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
allocations() {
  valgrind --tool=memcheck --undef-value-errors=no "$program" "$file" "$1" 2>&1 |
    sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*, \([0-9,]*\) bytes allocated.*/\1 \2/p' |
    tr -d ,
}

one=$(instructions $count)
two=$(instructions $((2 * count)))
read -r allocs_one bytes_one < <(allocations $count)
read -r allocs_two bytes_two < <(allocations $((2 * count)))
echo "$(wc -c <"$file") bytes of JSON: $(((two - one) / count)) instructions," \
  "$(((allocs_two - allocs_one) / count)) allocations of" \
  "$(((bytes_two - bytes_one) / count)) bytes in all"
