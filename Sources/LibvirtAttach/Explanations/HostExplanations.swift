import Diagnostics

extension CodeExplanation {
  /// Of what the host lacks, has in the way, or keeps.
  static let ofHosts = [
    CodeExplanation(
      .hostFunctionMissing,
      """
      The host has no PCI function of that address to hand through to the guest. Where this process \
      runs on the host, sysfs shows it; of another host, libvirt's list of node devices tells. 'lspci \
      -D' lists the addresses. Virtual functions are there once their device has been given some, by \
      sriov_numvfs in sysfs, and get other addresses when there are others on the bus.
      """
    ),
    CodeExplanation(
      .hostVhostUserPath,
      """
      QEMU is to listen at the path of a vhost-user socket, and it cannot. Another process listens \
      there already, or the folder is missing, or the path is too long. Two guests cannot share a \
      socket; a switch that listens itself needs a VIF of mode client.
      """
    ),
    CodeExplanation(
      .hostVhostUserNoPeer,
      """
      No switch connects to the vhost-user socket at which QEMU is to listen. QEMU waits for it without \
      limit, and the guest stands still meanwhile: only the end of QEMU frees it. So the path is tried \
      out for five seconds before libvirt is asked. Make the switch's port first, in its mode client.
      """
    ),
    CodeExplanation(
      .hostDeviceExists,
      """
      The host has a network device already whose name libvirt is to give to a new one. It may belong \
      to another guest, or be one that was made for this guest and is to be used with tapManaged off. \
      Or an attach was cut off when libvirt's daemon ended, and it was left over: if 'ip link show NAME' \
      has NO-CARRIER, 'ip link delete NAME' removes it; without that word QEMU has it, and 'vif explain \
      guest.leftover' tells what to do.
      """
    ),
    CodeExplanation(
      .hostPortProfile,
      """
      The port profile of a macvtap device could not be associated with the switch. 802.1Qbg needs \
      lldpad on the host and a switch that speaks it; 802.1Qbh a NIC whose driver hands profiles on, as \
      enic does. libvirt says no more than that the PortProfileRequest could not be sent: the kernel's \
      reason is in libvirtd's log alone. In mode passthrough libvirt 9.0 leaves the guest's MAC address on \
      the lower device: 'ip link set dev NAME address OLD' gives it back its own.
      """
    ),
    CodeExplanation(
      .hostOVSPortLeft,
      """
      A NIC was detached, and its port may still be in Open vSwitch's database. libvirt calls a detach \
      done even if the database could not be told of it. The database was asked afterwards: it still has \
      the port, or did not answer. Remove it with 'ovs-vsctl del-port NAME' when the database is back.
      """
    ),
    CodeExplanation(
      .guestLeftover,
      """
      The guest has a NIC that libvirt does not know of. libvirt's daemon ended in the middle of an \
      attach, when QEMU had the NIC and libvirt had not noted it down. It goes when the guest is shut \
      off and started again. Without that, QEMU gives it up by \
      'virsh qemu-monitor-command DOMAIN --hmp "device_del ALIAS"', if the guest answers, and, as soon as \
      'virsh qemu-monitor-command DOMAIN --hmp "info network"' shows no more than its tap, \
      'virsh qemu-monitor-command DOMAIN --hmp "netdev_del hostALIAS"', where ALIAS is ua-vif- and the \
      VIF's id. Should the host still have its device then, 'ip link delete NAME' removes that. Attach \
      it again.
      """
    ),
  ]
}
