#!/bin/bash
# Builds products as they are for everyday use: fast to start, and in need of nothing but the C
# library where they run. Prints the folder that they are in.
#
#   Tests/Bench/build.sh PRODUCT[,PRODUCT…] [option for swift …]
#
# Swift's libraries are in them. So is the C++ library, which those need, and whose relocations take
# the dynamic linker longer than all else: the linker takes libraries from the folder that it writes
# to before others, where links to the archives are put for it. Nothing is exported, since nobody
# looks anything up in a program: else the runtime would search long lists at the start. Names of
# functions stay for backtraces; what debuggers need goes, half of the file, and in a form that not
# every valgrind can read.
set -euo pipefail
cd "$(dirname "$0")/../.."
products=$1
shift
set -- -c release --static-swift-stdlib --disable-local-rpath \
  -Xlinker --no-export-dynamic -Xlinker --strip-debug "$@"

folder=$(swift build "$@" --show-bin-path)
mkdir -p "$folder"
for pair in libstdc++:libstdc++ libgcc_eh:libgcc_s; do
  archive=$("$(command -v clang || echo gcc)" -print-file-name="${pair%:*}.a")
  # Without the archive, the shared library is needed where the program runs.
  [ ! -e "$archive" ] || ln -sf "$archive" "$folder/${pair#*:}.a"
done
for product in ${products//,/ }; do swift build "$@" --product "$product" >&2; done
echo "$folder"
