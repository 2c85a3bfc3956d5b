#!/bin/bash
# Looks for memory and descriptors that calls to libvirt leave behind, with valgrind.
#
#   Tests/LeakCheck/run.sh [OPTION-OF-SWIFT-BUILD...]
#
# In the lab (Tests/Lab/with-lab.sh Tests/LeakCheck/run.sh) also those that hot-plugging does.
set -euo pipefail
here=$(dirname "$0")
# Not every valgrind can read what is for debuggers; names of functions stay.
set -- --traits Libvirt -Xlinker --strip-debug "$@"
swift build "$@" --product LeakCheck
program=$(swift build "$@" --show-bin-path)/LeakCheck

guest=()
if [ -e "${VIF_LAB:-/nonexistent}/parts/guests" ]; then
  guest=("qemu+unix:///system?socket=$VIF_LAB/libvirt/libvirt-sock"
    "$(head -n 1 "$VIF_LAB/guests/prompt")"
    "<interface type='bridge'><source bridge='br0'/><model type='virtio'/></interface>")
fi

check() {
  valgrind --quiet --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    --suppressions="$here/swift-runtime.supp" --suppressions="$here/dynamic-linker.supp" \
    --error-exitcode=9 "$program" "$@"
}
few=$(check 2 "${guest[@]}")
many=$(check 12 "${guest[@]}")
echo "$few"
echo "$many"
[ "${few#* rounds}" = "${many#* rounds}" ] || { echo "error: descriptors are left open" >&2; exit 1; }
