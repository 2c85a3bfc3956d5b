# shellcheck shell=bash
# Sourced by the scripts above it: how each peer is made. Such a function prints the command that
# runs the peer, or fails after having said why.

peers=$(dirname "${BASH_SOURCE[0]}")
# The folder that they are made in, which has the inputs too.
: "${work:?}"

# A program in C or C++ of a name, with these options.
made_with_libxml2() {
  local compiler=$1 source=$2
  local program=$work/${source%.*}
  shift 2
  # shellcheck disable=SC2046
  "$compiler" -O2 -Wall -Wextra -o "$program" "$peers/$source" \
    $(pkg-config --cflags --libs libxml-2.0) "$@" >&2 && echo "$program"
}
simdjson() { made_with_libxml2 g++ simdjson.cc -std=c++17 -lsimdjson; }
jansson() { made_with_libxml2 gcc jansson.c -ljansson; }

libvirtxml() {
  local path
  path=$("$peers/libvirtxml/fetch.sh") &&
    GO111MODULE=off GOPATH=$path go build -o "$work/libvirtxml" "$peers/libvirtxml/main.go" &&
    echo "$work/libvirtxml"
}

# A program in Python that can do one line.
python() {
  local interpreter=$1 program=$peers/$2
  "$interpreter" -W ignore "$program" --one "$work/one.json" >/dev/null &&
    echo "$interpreter -W ignore $program"
}
lxml() { python /usr/bin/python3 lxml_peer.py; }
virtinst() { python /usr/bin/python3 virtinst_peer.py; }
nova() {
  local environment
  environment=$("$peers/../../NovaDifferential/environment.sh") &&
    python "$environment/bin/python" nova_peer.py
}

virsh() { command virsh -q -c test:///default domid test >&2 && echo virsh; }
