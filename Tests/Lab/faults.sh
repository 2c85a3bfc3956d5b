#!/bin/bash
# Runs the tests of faults, measures what an attach and a detach cost beside libvirt's own calls, and
# writes both as Markdown, with what others do beside what was observed.
#
#   Tests/Lab/with-lab.sh Tests/Lab/faults.sh ROUNDS TABLE [OPTION-OF-SWIFT...]
#
# ROUNDS is how often faults that strike at a random moment are brought about; TABLE is the file to
# write. It is written when all has passed, and not before. The tests have been built.
set -uo pipefail
rounds=$1 table=$2
shift 2
mkdir -p "$(dirname "$table")" || exit
rows=$VIF_LAB/faults
mkdir -p "$rows"
status=0
VIF_LAB_ALONE=1 VIF_FAULT_ROUNDS=$rounds VIF_FAULT_TABLE=$rows \
  swift test "$@" --skip-build --disable-xctest --traits Libvirt --filter Faults || status=$?
# As who installs it has it: built for speed.
program=$(swift build "$@" -c release --traits Libvirt --show-bin-path)/HotPlugOverhead
pairs=100
overhead=$("$program" "$pairs") || status=$?
echo "$overhead"
# By how much what is named takes longer, as the program says it: "NAME A ms, B ms: C % more".
longer() { grep -oP "$1 [\d.]+ ms, [\d.]+ ms: \K-?[\d.]+ %(?= more)" <<<"$overhead"; }
both=$(longer both) && attach=$(longer attach) || status=1
libvirt=$(libvirtd --version | grep -o '[0-9.]*$')
qemu=$(qemu-system-x86_64 --version | sed -n 's/.* version \([0-9.]*\).*/\1/p')
{
  echo "Beside libvirt's own calls, an attach and a detach together take ${both:-?} longer, an attach alone"
  echo "${attach:-?} (medians of $pairs pairs, taken in turns): that is the look before and the look after."
  echo
  echo "\`make faults ROUNDS=$rounds\` with libvirt $libvirt and QEMU $qemu: what was answered, how many"
  echo "answers were true, and how many second runs came to the end that was asked for."
  echo
  echo "| fault | virsh and nova | vif | measured |"
  echo "|---|---|---|---|"
  cat "$rows"/*
} >"$VIF_LAB/faults.md"
echo
cat "$VIF_LAB/faults.md"
echo
if [ "$status" = 0 ]; then
  cp "$VIF_LAB/faults.md" "$table.new" && mv "$table.new" "$table" || status=$?
fi
exit "$status"
