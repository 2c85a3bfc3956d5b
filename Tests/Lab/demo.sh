#!/bin/bash
# Translates samples, then plugs a VIF into a throw-away guest with the real `vif`.
#
#   VIF=PROGRAM Tests/Lab/demo.sh VIF-FILE SAMPLE...
#
# The guest is QEMU's own, without disk and system, under libvirt's embedded driver: each command
# below opens the driver's folder anew, and the guest runs on between them.
set -euo pipefail
here=$(dirname "$0")
. "$here/privileges.sh"

show() {
  echo
  echo "$ ${*/#"$VIF"/vif}"
  "$@"
}

if [ "${1:-}" != --inside ]; then
  plug=$1
  shift
  for sample in "$@"; do show "$VIF" xml "$sample"; done
  obstacle=$(obstacle_to_lab)
  if [ -n "$obstacle" ]; then
    echo
    echo "Nothing is plugged in: $obstacle."
    exit 0
  fi
  as_root env "VIF=$VIF" "$here/in-namespaces.sh" "$0" --inside "$plug"
  exit
fi

plug=$2
root=$VIF_LAB/demo
mkdir -p "$root/etc"
# Everything off that needs more than one process: cgroups, device namespaces, virtlogd.
cat >"$root/etc/qemu.conf" <<END
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = []
namespaces = []
stdio_handler = "file"
END
cat >"$root/guest.xml" <<END
<domain type='qemu'>
  <name>demo</name>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <controller type='usb' model='none'/>
    <controller type='pci' index='0' model='pcie-root'/>
    <controller type='pci' index='1' model='pcie-root-port'/>
    <controller type='pci' index='2' model='pcie-root-port'/>
    <memballoon model='none'/>
  </devices>
</domain>
END
export LIBVIRT_DEFAULT_URI="qemu:///embed?root=$root"

virsh -q define "$root/guest.xml"
virsh -q start demo
echo
echo "A guest without disk and system runs: $(virsh domstate demo | head -1), pid $(cat "$root/run/qemu/demo.pid")"
show ip -brief link show master br0
show "$VIF" attach demo "$plug"
show "$VIF" list demo
show ip -brief link show master br0
echo
echo "\$ virsh dumpxml demo --xpath //interface"
virsh dumpxml demo --xpath //interface
# The driver may see QEMU end before its own request is answered, and then calls that a failure.
virsh -q destroy demo 2>/dev/null || :
echo
echo "The guest is $(virsh domstate demo | head -1), and its folder goes with the namespaces."
