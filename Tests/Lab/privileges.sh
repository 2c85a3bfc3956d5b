# shellcheck shell=bash
# Sourced by the scripts beside it: what may be done here.

# Whether `as_root` can work.
can_be_root() {
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null ||
    { [ -t 0 ] && command -v sudo >/dev/null; }
}

# Runs a command as root, directly or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    # The caller's PATH, where Swift may lie outside of root's own.
    sudo env "PATH=$PATH" "$@"
  fi
}

# Says why no guest can be plugged into here; says nothing where one can.
obstacle_to_lab() {
  if ! can_be_root; then
    echo "bridges and TAP devices take root, and this is neither root nor a user with sudo"
  elif ! as_root unshare --mount --net --pid --fork true 2>/dev/null; then
    echo "this machine does not let root make namespaces (a container without CAP_SYS_ADMIN?)"
  elif ! [ -c /dev/net/tun ]; then
    echo "there is no /dev/net/tun, and so no TAP device"
  fi
}
