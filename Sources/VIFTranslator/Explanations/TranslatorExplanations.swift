package import Diagnostics

extension CodeExplanation {
  /// Of the codes of the translation and of the guest settings.
  package static let ofVIFTranslator = [
    CodeExplanation(
      .fieldMissing,
      """
      The VIF has not set a field that the libvirt document needs. os-vif lets nearly every field be \
      unset, and fails late or writes 'None'; here it is told which one and what for. Set the field \
      where the VIF is made.
      """
    ),
    CodeExplanation(
      .pairUnsupported,
      """
      There is no libvirt interface for this VIF type with this port profile. No os-vif plugin makes \
      such a pair, and libvirt could not honour it: 802.1Qbg is a port of a macvtap device, a \
      K8sDPDK port is plugged inside the guest. nova ignores or fails on most of them. The fault is \
      further up, where the VIF was given its profile.
      """
    ),
    CodeExplanation(
      .interfaceIDFromVIF,
      """
      An Open vSwitch port has no interface_id, so the VIF's own id is written as interfaceid. Open \
      vSwitch keeps it as external_ids:iface-id, by which neutron's or OVN's agent finds the port; in \
      OpenStack both ids are the same. It is a warning. Give the VIF an Open vSwitch port profile \
      with an interface_id.
      """
    ),
    CodeExplanation(
      .mtuLeftOut,
      """
      The network has an mtu and the interface cannot carry one, so it is left out with a warning. \
      QEMU refuses <mtu> on types direct, hostdev and vdpa, whose MTU is that of the host's device; \
      libvirt takes it on vhostuser, and then cannot plug the NIC in. Set it in the guest, by DHCP or by hand, or say "mtu": 0 in the guest settings. An mtu that the \
      guest settings ask for there is an error.
      """
    ),
    CodeExplanation(
      .vlanLeftOut,
      """
      The network has a VLAN that is not written for a VIFDirect in mode passthrough. Either the \
      device below is a VLAN device (vlan_name), which tags already, or the 802.1Qbh profile on the \
      switch has its own VLAN. It is a warning: frames would be tagged twice, or libvirt would refuse \
      the start.
      """
    ),
    CodeExplanation(
      .rxQueueSizeIgnored,
      """
      rx_queue_size has no effect beside driver name 'qemu', and is left out with a warning. QEMU \
      itself serves the queues then. Name 'vhost', or no driver at all, to let the kernel serve them.
      """
    ),
    CodeExplanation(
      .hostNetdevMissing,
      """
      The PCI function has no network device on this host, and a VIFDirect needs the name of one. It \
      is looked up in sysfs, under bus/pci/devices/ADDRESS/net: empty when the address is wrong, when \
      the function is bound to vfio-pci, or when this is not the host that is meant. Give another \
      sysfs with --sysfs, or the name in the item: "host": {"netdev": {"0000:0a:00.1": "enp10s0"}}.
      """
    ),
    CodeExplanation(
      .hostVDPAMissing,
      """
      The PCI function has no vDPA device on this host, and the guest settings ask for one. It is \
      looked up in sysfs, as vdpa*/vhost-vdpa-* below the function: the vhost_vdpa module must be \
      loaded. Make one with 'vdpa dev add', or name it in the item: \
      "host": {"vdpa": {"0000:0a:00.1": "/dev/vhost-vdpa-0"}}.
      """
    ),
    CodeExplanation(
      .hostDeviceAmbiguous,
      """
      More than one device lies behind one PCI function, and nothing says which is meant. Some \
      network cards have several ports on one function. Name the device in the item, under \
      "host": {"netdev": …} or "host": {"vdpa": …}.
      """
    ),
    CodeExplanation(
      .keyRepeated,
      """
      A key stands twice in one object, or one PCI address in two spellings. JSON readers differ in \
      which of the two they take, so neither is taken. Keep one of them.
      """,
      .settings(#"{"mtu": 1500, "mtu": 9000}"#)
    ),
    CodeExplanation(
      .reconnectOff,
      """
      Reconnecting of a vhost-user client is off and has a timeout. libvirt would drop the timeout \
      without a word. Leave timeout out, or set enabled to true.
      """,
      .settings(#"{"reconnect": {"enabled": false, "timeout": 10}}"#)
    ),
  ]
}
