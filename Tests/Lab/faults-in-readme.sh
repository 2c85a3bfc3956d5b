#!/bin/bash
# Puts the table of faults between its two marks in README.md, if it is whole.
#
#   Tests/Lab/faults-in-readme.sh TABLE [OPTION-OF-SWIFT...]
#
# TABLE is what faults.sh has written. README.md becomes the new one in one step, or stays as it is. The
# tests have been built.
set -euo pipefail
table=$(realpath "$1")
shift
cd "$(dirname "$0")/../.."
new=$PWD/.build/README.md
trap 'rm -f "$new"' EXIT
for mark in '<!-- faults -->' '<!-- /faults -->'; do
  grep -qxF "$mark" README.md || { echo "error: README.md has no line $mark" >&2; exit 1; }
done
{
  sed '/^<!-- faults -->$/q' README.md
  echo
  cat "$table"
  echo
  sed -n '/^<!-- \/faults -->$/,$p' README.md
} >"$new"
VIF_README=$new \
  swift test "$@" --skip-build --disable-xctest --traits Libvirt --filter FaultTableTests ||
  { echo "error: $table is not whole: README.md stays as it is" >&2; exit 1; }
mv "$new" README.md
