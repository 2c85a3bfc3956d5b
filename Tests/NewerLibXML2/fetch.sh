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

if [ ! -e "$folder/ready" ]; then
  command -v apt-get >/dev/null || fail "there is no apt-get"
  keys=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -e "$keys" ] || fail "there are no keys of Debian's"
  rm -rf "$folder"
  mkdir -p "$folder"/{lists/partial,cache/archives/partial,root}
  echo "deb [signed-by=$keys] ${MIRROR:-http://deb.debian.org/debian} $suite main" \
    >"$folder/sources.list"
  # With nothing installed, all that the library depends on is fetched too.
  : >"$folder/status"
  apt=(apt-get -qq
    -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::Etc::Preferences=/dev/null" -o Dir::Etc::PreferencesParts=/dev/null
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
    -o "Dir::State::status=$folder/status" -o "APT::Sandbox::User=$(id -un)"
    -o Acquire::Languages=none -o Acquire::Retries=2 -o APT::Install-Recommends=false)
  "${apt[@]}" update >"$folder/log" 2>&1 || :
  packages=$("${apt[@]}" --simulate install libxml2-dev 2>>"$folder/log" |
    sed -n 's/^Inst \([^ ]*\).*/\1/p') || :
  [ -n "$packages" ] ||
    fail "$(grep '^[EW]:' "$folder/log" || echo "$suite has no libxml2-dev that could be installed")"
  # What belongs to it, what it links against, and what loads it.
  wanted=$(grep -E '^(libxml2.*|libc6|libgcc-s1|libstdc\+\+6|libicu[0-9]+|zlib1g|liblzma5)$' \
    <<<"$packages")
  # shellcheck disable=SC2086
  (cd "$folder/cache" && "${apt[@]}" download $wanted >>"$folder/log" 2>&1) ||
    fail "$(tail -n 1 "$folder/log")"
  for package in "$folder"/cache/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
  rm -rf "$folder"/{lists,cache}
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
fi
echo "$folder/root"
