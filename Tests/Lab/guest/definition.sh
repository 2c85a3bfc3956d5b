#!/bin/bash
# Prints the XML of a guest.
#
#   definition.sh prompt|late|deaf NAME
#
# prompt: Linux, which gives a NIC up in a tenth of a second (ACPI hot-plug). late: Linux with PCI
# Express' own hot-plug, which takes over six seconds, and so longer than libvirt waits. deaf: no
# system at all, and so no answer ever; at a reset the NIC is gone all the same.
set -euo pipefail
kind=$1 name=$2

linux() {
  cat <<END
    <kernel>$VIF_LAB_CACHE/kernel/vmlinuz</kernel>
    <initrd>$VIF_LAB/initrd</initrd>
    <cmdline>console=ttyS0 quiet panic=-1 $1</cmdline>
END
}

memory=192 system='' arguments=''
case $kind in
  # Without MSI: with it, QEMU 7.2 crashes when the guest starts a vhost-user NIC under TCG.
  prompt) system=$(linux pci=nomsi) ;;
  late)
    system=$(linux '')
    arguments="<qemu:arg value='-global'/>
    <qemu:arg value='ICH9-LPC.acpi-pci-hotplug-with-bridge-support=off'/>"
    ;;
  deaf) memory=32 ;;
  *) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

cat <<END
<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>$name</name>
  <uuid>$(</proc/sys/kernel/random/uuid)</uuid>
  <memory unit='MiB'>$memory</memory>
  <!-- Shared, for vhost-user. -->
  <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
$system
  </os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <controller type='usb' model='none'/>
    <controller type='pci' index='0' model='pcie-root'/>
$(for index in {1..6}; do echo "    <controller type='pci' index='$index' model='pcie-root-port'/>"; done)
    <serial type='file'><source path='$VIF_LAB/console/$name'/></serial>
    <memballoon model='none'/>
  </devices>
  <qemu:commandline>
    $arguments
  </qemu:commandline>
</domain>
END
