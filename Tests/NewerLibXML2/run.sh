#!/bin/bash
# Compiles the wrappers of libxml2 against a newer one of Debian's, builds the package with it, and
# runs the tests of what stands on it.
#
#   Tests/NewerLibXML2/run.sh [option for swift …]
#
# With IF_REACHABLE=1 it is skipped where no newer libxml2 can be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

root=$("$here/fetch.sh") || {
  [ -n "${IF_REACHABLE:-}" ] || exit 1
  echo "skipped: no newer libxml2 can be had here, and nothing was compiled against one"
  exit 0
}
headers=$root/usr/include
libraries=$(dirname "$(find "$root" -name 'libxml2.so.*' | head -n 1)")
version=$headers/libxml2/libxml/xmlversion.h
echo "libxml2 $(sed -n 's/.*LIBXML_DOTTED_VERSION "\(.*\)".*/\1/p' "$version")"

for compiler in gcc clang; do
  command -v "$compiler" >/dev/null || continue
  "$compiler" -fsyntax-only -Wall -Wextra -Wdeprecated-declarations -Werror \
    -ISources/CLibXML2/include -ISources/CLibXML2/headers -ISources/CLoading/include \
    -isystem "$headers" Sources/CLibXML2/*.c
  echo "$compiler: no warnings"
done

# Its headers go before the system's; the library is not linked with.
options=(--scratch-path .build/newer-libxml2 -Xcc -isystem -Xcc "$headers" "$@")
swift build "${options[@]}" --build-tests
tests=$(swift build "${options[@]}" --show-bin-path)/swift-vifPackageTests.xctest

loader=$(find "$libraries" -name 'ld-linux*' | head -n 1)
swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
runtime=$swift/lib/swift/linux:$(dirname "$(gcc -print-file-name=libstdc++.so.6)")
"$loader" --library-path "$libraries:$runtime" \
  "$tests" --testing-library swift-testing --filter 'InterfaceXMLTests|DomainXMLTests'
