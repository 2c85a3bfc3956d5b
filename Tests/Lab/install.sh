#!/bin/bash
# Installs Debian's packages for these purposes, as far as they are missing.
#
#   Tests/Lab/install.sh [build] [guest] [hotplug] [leaks] [schema] [python] [bench]
#
# build: what the Swift package compiles against, and loads. guest: what a guest to plug into needs.
# hotplug: what the host of with-lab.sh needs, its guests' kernel, and its ssh daemon. leaks: what looks
# for them. schema: what validates documents against a JSON Schema. python: what makes virtual
# environments, unless the python3 that is there does. bench: what the peers of the benchmark are made
# with.
set -euo pipefail
here=$(dirname "$0")
. "$here/privileges.sh"

wanted=()
for purpose in "$@"; do
  case $purpose in
    build) wanted+=(libxml2-dev libvirt-dev) ;;
    # The driver runs inside the client (no libvirtd); virsh starts and stops the guest.
    guest) wanted+=(libvirt-daemon-driver-qemu libvirt-clients qemu-system-x86 iproute2) ;;
    hotplug)
      # Not libvirt-daemon-system, which wants systemd. The memory pool is a plug-in of DPDK that no
      # package depends on, and without which no vhost-user port stays connected.
      wanted+=(libvirt-daemon libvirt-daemon-driver-qemu libvirt-clients qemu-system-x86 iproute2
        procps python3 libvirt-daemon-config-nwfilter iptables ebtables openvswitch-switch-dpdk
        librte-mempool-ring23 lldpad busybox-static openssh-client)
      ;;
    leaks) wanted+=(valgrind) ;;
    schema) wanted+=(python3-jsonschema) ;;
    bench)
      wanted+=(gcc g++ pkg-config libjansson-dev libsimdjson-dev golang-go python3-lxml virtinst
        libvirt-clients util-linux)
      ;;
    python) python3 -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3-venv) ;;
    *) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done

missing=()
for package in "${wanted[@]+"${wanted[@]}"}"; do
  state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || :)
  case $state in ii*) ;; *) missing+=("$package") ;; esac
done
install_missing() {
  if ! can_be_root; then
    echo "error: these packages are missing, and installing them needs root: ${missing[*]}" >&2
    exit 1
  fi
  # Several package runs at once wait for each other.
  local apt=(env DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends)
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    # Nothing that is installed here is to start a service.
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    trap 'as_root rm -f "$policy"' EXIT
    as_root chmod +x "$policy"
  fi
  echo "installing: ${missing[*]}"
  as_root "${apt[@]}" install "${missing[@]}" >/dev/null 2>&1 || {
    as_root "${apt[@]}" update
    as_root "${apt[@]}" install "${missing[@]}" >/dev/null
  }
}

[ ${#missing[@]} = 0 ] || install_missing
case " $* " in
  *" hotplug "*)
    "$here/guest/fetch-kernel.sh"
    # Only what goes through ssh is not tested without it.
    "$here/host/fetch-sshd.sh" || echo "note: no ssh daemon can be had for the lab" >&2
    ;;
esac
