#!/bin/bash
# Looks for memory and descriptors that calls to libvirt leave behind, with valgrind.
#
#   Tests/LeakCheck/run.sh [OPTION-OF-SWIFT-BUILD...]
#
# In the lab (Tests/Lab/with-lab.sh Tests/LeakCheck/run.sh) also those that hot-plugging does.
set -euo pipefail
swift build --traits Libvirt "$@" --product LeakCheck
program=$(swift build --traits Libvirt "$@" --show-bin-path)/LeakCheck

guest=()
if [ -e "${VIF_LAB:-/nonexistent}/parts/guests" ]; then
  guest=("qemu+unix:///system?socket=$VIF_LAB/libvirt/libvirt-sock"
    "$(head -n 1 "$VIF_LAB/guests/prompt")"
    "<interface type='bridge'><source bridge='br0'/><model type='virtio'/></interface>")
fi

check() {
  # Not undefined values: Swift's runtime looks at some where it lays out generic types.
  valgrind --quiet --undef-value-errors=no --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    --error-exitcode=9 "$program" "$@"
}
few=$(check 2 "${guest[@]}")
many=$(check 12 "${guest[@]}")
echo "$few"
echo "$many"
[ "${few#* rounds}" = "${many#* rounds}" ] || { echo "error: descriptors are left open" >&2; exit 1; }
