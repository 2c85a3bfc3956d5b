#!/bin/bash
# Runs the tests of faults and prints, as Markdown, what they observed beside what others do; then
# measures what an attach and a detach cost beside libvirt's own calls.
#
#   Tests/Lab/with-lab.sh Tests/Lab/faults.sh ROUNDS [OPTION-OF-SWIFT...]
#
# ROUNDS is how often faults that strike at a random moment are brought about. The tests have been built.
set -uo pipefail
rounds=$1
shift
table=$VIF_LAB/faults
mkdir -p "$table"
status=0
VIF_LAB_ALONE=1 VIF_FAULT_ROUNDS=$rounds VIF_FAULT_TABLE=$table \
  swift test "$@" --skip-build --disable-xctest --traits Libvirt --filter Faults || status=$?
echo
echo "| fault | virsh and nova | vif, in this run |"
echo "|---|---|---|"
cat "$table"/*
echo
# As who installs it has it: built for speed.
program=$(swift build "$@" -c release --traits Libvirt --show-bin-path)/HotPlugOverhead
"$program" 100 || status=$?
exit "$status"
