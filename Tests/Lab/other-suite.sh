# shellcheck shell=bash
# Sourced by scripts that fetch packages of another suite of Debian's with apt, and unpack them without
# installing them. No root is needed.

# Makes a folder in which `"${apt[@]}"` is an apt-get that knows that suite, and no package installed.
# What goes wrong is told by `fail`, which the caller has.
open_suite() {
  local suite=$1 keys=/usr/share/keyrings/debian-archive-keyring.gpg
  folder=$2
  command -v apt-get >/dev/null || fail "there is no apt-get"
  [ -e "$keys" ] || fail "there are no keys of Debian's"
  rm -rf "$folder"
  mkdir -p "$folder"/{lists/partial,cache/archives/partial,root}
  echo "deb [signed-by=$keys] ${MIRROR:-http://deb.debian.org/debian} $suite main" \
    >"$folder/sources.list"
  # With nothing installed, all that a package depends on is fetched too.
  : >"$folder/status"
  apt=(apt-get -qq
    -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::Etc::Preferences=/dev/null" -o Dir::Etc::PreferencesParts=/dev/null
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
    -o "Dir::State::status=$folder/status" -o "APT::Sandbox::User=$(id -un)"
    -o Acquire::Languages=none -o Acquire::Retries=2 -o APT::Install-Recommends=false)
  "${apt[@]}" update >"$folder/log" 2>&1 || :
}

# Unpacks packages into the folder's `root`, and marks it as ready.
unpack() {
  local package
  (cd "$folder/cache" && "${apt[@]}" download "$@" >>"$folder/log" 2>&1) ||
    fail "$(tail -n 1 "$folder/log")"
  for package in "$folder"/cache/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
  rm -rf "$folder"/{lists,cache}
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
}
