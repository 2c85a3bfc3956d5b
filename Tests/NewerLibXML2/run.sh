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
headers=$root/usr/include/libxml2
libraries=$(dirname "$(find "$root" -name libxml2.so | head -n 1)")
echo "libxml2 $(sed -n 's/.*LIBXML_DOTTED_VERSION "\(.*\)".*/\1/p' "$headers/libxml/xmlversion.h")"

# Swift takes system modules without warnings, so C compilers are asked for them.
for compiler in gcc clang; do
  command -v "$compiler" >/dev/null || continue
  for header in Sources/CLibXML2/*.h; do
    echo "#include \"$PWD/$header\"" | "$compiler" -x c -fsyntax-only \
      -Wall -Wextra -Wdeprecated-declarations -Werror -isystem "$headers" -
  done
  echo "$compiler: no warnings"
done

# SwiftPM finds the library by its description.
mkdir -p "$root/pkgconfig"
cat >"$root/pkgconfig/libxml-2.0.pc" <<END
Name: libXML
Version: 0
Description: libxml2, not installed
Libs: -L$libraries -lxml2
Cflags: -I$headers
END
# What the new library needs of a newer C library is there when it runs.
options=(--scratch-path .build/newer-libxml2 -Xlinker --allow-shlib-undefined "$@")
export PKG_CONFIG_PATH=$root/pkgconfig
swift build "${options[@]}" --build-tests
tests=$(swift build "${options[@]}" --show-bin-path)/swift-vifPackageTests.xctest

loader=$(find "$libraries" -name 'ld-linux*' | head -n 1)
swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
runtime=$swift/lib/swift/linux:$(dirname "$(gcc -print-file-name=libstdc++.so.6)")
"$loader" --library-path "$libraries:$runtime" \
  "$tests" --testing-library swift-testing --filter 'InterfaceXMLTests|DomainXMLTests'
