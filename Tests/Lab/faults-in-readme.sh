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
# Beside it: a file of another file system takes its place in several steps.
new=$PWD/README.md.new
trap 'rm -f "$new"' EXIT
if [ "$(grep -xE '<!-- /?faults -->' README.md)" != $'<!-- faults -->\n<!-- /faults -->' ]; then
  echo "error: README.md has not the line <!-- faults --> once, and <!-- /faults --> once behind it" >&2
  exit 1
fi
cp -p README.md "$new"
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
