#!/bin/bash
# Keeps a lab up between commands, one a checkout: with-lab.sh builds up a new one for each.
#
#   Tests/Lab/lab.sh up | enter CMD [ARGUMENT...] | down
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/privileges.sh"
. "$here/cache.sh"
. "$here/within.sh"
pidfile=$here/../../.build/lab.pid
[ "$(id -u)" = 0 ] || { as_root env VIF_LAB_CACHE="$VIF_LAB_CACHE" "$0" "$@"; exit; }

# The process that the lab ends with; fails if there is none.
outer() { pgrep --pidfile "$pidfile" --full in-namespaces.sh 2>/dev/null; }
# Process 1 of the lab.
inner() { pgrep --parent "$(outer)"; }
# run.sh becomes sleep when all is there.
is_up() { pgrep --parent "$(inner)" --exact sleep; }

case ${1:-} in
  up)
    ! outer >/dev/null || exit 0
    mkdir -p "$(dirname "$pidfile")"
    setsid "$here/in-namespaces.sh" "$here/host/run.sh" sleep infinity </dev/null &>"$pidfile.log" &
    echo $! >"$pidfile"
    trap 'cat "$pidfile.log" >&2' EXIT
    within 180 is_up
    ;;
  enter)
    shift
    nsenter --target "$(inner)" --mount --net --pid \
      env --chdir="$PWD" VIF_LAB=/run/lab LIBVIRT_DEBUG=4 "$@"
    ;;
  down)
    pid=$(outer) || exit 0
    kill -KILL "$pid"
    timeout 30 tail --pid "$pid" -f /dev/null
    rm -f "$pidfile" "$pidfile.log"
    ;;
  *) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
