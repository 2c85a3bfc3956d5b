#!/bin/bash
# Fetches the source package of libvirt with apt, unless it is there, and prints the folder of its
# tests' XML.
#
#   Tests/LibvirtRoundTrip/fetch.sh
#
# The system's list of sources is copied to a private one, with deb-src for deb: nothing of the
# system's changes, and no root is needed. All of it is in $VIF_CACHE, else in .build.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${VIF_CACHE:-$PWD/.build}/libvirt-source

fail() {
  echo "libvirt's source package cannot be fetched: $1" >&2
  exit 1
}

if [ ! -e "$folder/ready" ]; then
  command -v apt-get >/dev/null || fail "there is no apt-get"
  rm -rf "$folder"
  mkdir -p "$folder"/{sources,lists/partial,cache/archives/partial,xml}
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ ! -e "$file" ] || sed -En 's/^deb(-src)? /deb-src /p' "$file"
  done >"$folder/sources/copied.list"
  for file in /etc/apt/sources.list.d/*.sources; do
    [ ! -e "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"$folder/sources/${file##*/}"
  done
  apt=(apt-get -qq
    -o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$folder/sources"
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
    -o "APT::Sandbox::User=$(id -un)" -o Acquire::Retries=2)
  # A source that is of no use here may fail.
  "${apt[@]}" update >"$folder/log" 2>&1 || :
  (cd "$folder" && "${apt[@]}" source --download-only libvirt >>log 2>&1) ||
    fail "$(grep '^[EW]:' "$folder/log" || tail -n 1 "$folder/log")"
  archive=$(find "$folder" -maxdepth 1 -name 'libvirt_*.orig.tar.*' ! -name '*.asc' | head -n 1)
  [ -n "$archive" ] || fail "the package has no archive of the sources"
  tar -xf "$archive" -C "$folder/xml" --strip-components=1 --wildcards '*/tests/*.xml'
  basename "$archive" >"$folder/archive"
  rm -rf "$folder"/{lists,cache}
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
fi
echo "$folder/xml"
