#!/bin/bash
# Fetches a newer libxml2 from Debian with apt, headers and libraries, and unpacks it without
# installing it, unless it is there; prints the folder that stands for /.
#
#   Tests/NewerLibXML2/fetch.sh
#
# SUITE is Debian's suite that it is of. The library comes with its own C library and loader: it may
# need newer ones than the system's. No root is needed. All of it is in $VIF_CACHE, else in .build.
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=${SUITE:-sid}
folder=${VIF_CACHE:-$PWD/.build}/libxml2-$suite

fail() {
  echo "no newer libxml2 can be fetched: $1" >&2
  exit 1
}

# shellcheck source=Tests/Lab/other-suite.sh
. Tests/Lab/other-suite.sh
if [ ! -e "$folder/ready" ]; then
  open_suite "$suite" "$folder"
  packages=$("${apt[@]}" --simulate install libxml2-dev 2>>"$folder/log" |
    sed -n 's/^Inst \([^ ]*\).*/\1/p') || :
  [ -n "$packages" ] ||
    fail "$(grep '^[EW]:' "$folder/log" || echo "$suite has no libxml2-dev that could be installed")"
  # What belongs to it, what it links against, and what loads it.
  wanted=$(grep -E '^(libxml2.*|libc6|libgcc-s1|libstdc\+\+6|libicu[0-9]+|zlib1g|liblzma5)$' \
    <<<"$packages")
  # shellcheck disable=SC2086
  unpack $wanted
fi
echo "$folder/root"
