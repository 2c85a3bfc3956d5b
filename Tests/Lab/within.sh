# shellcheck shell=bash
# Sourced by the scripts beside it: waiting.

# within SECONDS CMD: runs CMD again and again until it works; fails when it never did.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}
