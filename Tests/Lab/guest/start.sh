#!/bin/bash
# Starts guests, and waits until those with a system have told of their NICs.
#
#   start.sh KIND NAME [KIND NAME...]
#
# $VIF_LAB/guests/KIND lists the names.
set -euo pipefail
here=$(dirname "$0")
. "$here/../within.sh"
mkdir -p "$VIF_LAB"/{console,guests}
[ -e "$VIF_LAB/initrd" ] || "$here/pack.sh" "$VIF_LAB/initrd"

talkative=()
while [ $# -gt 0 ]; do
  kind=$1 name=$2
  shift 2
  "$here/definition.sh" "$kind" "$name" >"$VIF_LAB/$name.xml"
  virsh -q define "$VIF_LAB/$name.xml"
  virsh -q start "$name"
  echo "$name" >>"$VIF_LAB/guests/$kind"
  [ "$kind" = deaf ] || talkative+=("$VIF_LAB/console/$name")
done

for console in "${talkative[@]}"; do
  within 120 grep ^nics "$console" ||
    { tail "$console" >&2; echo "error: no answer from the guest of $console" >&2; exit 1; }
done
