#!/bin/bash
# Fetches libvirt's Go package of its documents' types from Debian with apt, and unpacks it without
# installing it, unless it is there; prints the folder that Go is to look for it in.
#
#   Tests/Bench/Peers/libvirtxml/fetch.sh
#
# SUITE is Debian's suite that it is of: Debian 12 has none, and the later ones all have the same.
# No root is needed. All of it is in $VIF_CACHE, else in .build.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
package=golang-github-libvirt-libvirt-go-xml-dev
suite=${SUITE:-trixie}
folder=${VIF_CACHE:-$PWD/.build}/libvirt-go-xml

fail() {
  echo "libvirt's Go package cannot be fetched: $1" >&2
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
  : >"$folder/status"
  apt=(apt-get -qq
    -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
    -o "Dir::State::status=$folder/status" -o "APT::Sandbox::User=$(id -un)"
    -o Acquire::Languages=none -o Acquire::Retries=2)
  "${apt[@]}" update >"$folder/log" 2>&1 || :
  (cd "$folder/cache" && "${apt[@]}" download "$package" >>"$folder/log" 2>&1) ||
    fail "$(tail -n 1 "$folder/log")"
  dpkg-deb --extract "$folder/cache/$package"_*.deb "$folder/root"
  rm -rf "$folder"/{lists,cache}
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
fi
echo "$folder/root/usr/share/gocode"
