# shellcheck shell=bash
# Sourced by the scripts that get files out of Debian's packages into the cache. Nothing is installed.

# Goes into a folder that is gone with the script, where `unpacked` has what is in the packages whose names
# `packages` prints, which the caller has.
unpack() {
  mkdir -p "$VIF_LAB_CACHE"
  scratch=$(mktemp -d "$VIF_LAB_CACHE/unpack.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  cd "$scratch" || exit
  # The lists may be older than the packages, or none.
  download 2>/dev/null || { as_root apt-get -qq update && download; }
  for package in ./*.deb; do dpkg-deb --extract "$package" unpacked; done
}

download() {
  echo "fetching: $(packages)"
  # Without apt's own account, which may not look into the cache.
  # shellcheck disable=SC2046 # several names
  apt-get -qq -o APT::Sandbox::User="$(id -un)" download $(packages)
}

# Makes a folder one of the cache, whole or not at all: another run may have been faster.
keep() { mv -T "$1" "$VIF_LAB_CACHE/$1" 2>/dev/null || [ -d "$VIF_LAB_CACHE/$1" ]; }
