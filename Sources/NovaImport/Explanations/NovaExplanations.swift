package import Diagnostics

extension CodeExplanation {
  /// Of this module's codes.
  package static let ofNovaImport = [
    CodeExplanation(
      .importForm,
      """
      The input is another kind of record than is read here. A VIF of nova's network_info is told by \
      its 'type', a Neutron port by 'binding:vif_type' or 'binding_vif_type', an os-vif object by \
      'versioned_object.name'. With --from only the named kind is read. Give one of these, or leave \
      --from out.
      """
    ),
    CodeExplanation(
      .valueNotANumber,
      """
      A text stands where a whole number is wanted, and is not the text of one. OpenStack writes \
      some numbers as texts, as the VLAN of a port or the limits of a flavor, so decimal digits in \
      quotes are taken. Write digits alone, without a unit.
      """
    ),
    CodeExplanation(
      .novaVIFType,
      """
      No NIC can be made of a VIF of this type. 'unbound' and 'binding_failed' are Neutron's words \
      for a port that is on no host yet, or that no mechanism driver took: the log of Neutron's \
      server says why. 'dvs' is VMware's. Other words are none of nova's; they are compared exactly, \
      upper and lower case too.
      """
    ),
    CodeExplanation(
      .novaVNICTypeUnsupported,
      """
      The port's vnic type does not go with its VIF type. A vRouter of Contrail's has ports of vnic \
      type normal, direct and virtio-forwarder, and nova fails on all others. Make the port anew \
      with one of those.
      """
    ),
    CodeExplanation(
      .novaBridge,
      """
      The port is on a Linux bridge, which nova does no longer serve. Neutron's and nova's drivers \
      for it are gone; nova 34 refuses such a VIF. It is made here as nova up to 33 made it, for old \
      records and hosts. Bind the port to Open vSwitch or OVN.
      """
    ),
    CodeExplanation(
      .novaModelUnknown,
      """
      The image asks for a model of NIC that nova does not know. Its property hw_vif_model is \
      compared in any case, and the message lists the names. Set the property to one of them, or \
      leave it out for virtio.
      """
    ),
    CodeExplanation(
      .novaModelUnsupported,
      """
      The image asks for a model of NIC that nova does not give to such guests. Which models there \
      are depends on virt_type: lan9118 is for qemu only, a container (lxc) has none. Set the \
      image's hw_vif_model to one that the message lists, or leave it out.
      """
    ),
    CodeExplanation(
      .novaFlavorImageConflict,
      """
      The flavor and the image contradict each other. Packed rings and queues for each CPU can be \
      set in both, and nova refuses to start a guest whose two differ. Note that OpenStack takes \
      every word but 1, t, true, on, y and yes for false. Leave the setting out of one of them.
      """
    ),
    CodeExplanation(
      .novaKernel,
      """
      The host's kernel release cannot be read. nova takes the number before the first dot of what \
      'uname -r' prints for the kernel's age, on which the number of queues depends. Give it in that \
      form, or leave it out for a recent one.
      """
    ),
    CodeExplanation(
      .novaBandwidthLeftOut,
      """
      The flavor limits the traffic, and this NIC cannot be limited so. The packets of a vhost-user \
      or host device do not pass the host's kernel, and for the types tap and midonet nova never \
      writes limits. They are left out, as in nova. Use a QoS policy of Neutron's.
      """
    ),
    CodeExplanation(
      .novaVHostLeftOut,
      """
      nova writes the driver 'vhost' for macvtap on a virtual function, whatever the model is. Beside \
      another model than virtio libvirt drops it without a word, so it is not written. Nothing needs \
      to be done.
      """
    ),
  ]
}
