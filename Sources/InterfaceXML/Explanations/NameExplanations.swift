import Diagnostics

extension CodeExplanation {
  /// Of names: of devices on the host, and of the device itself.
  static let ofNames = [
    CodeExplanation(
      .deviceNameEmpty,
      """
      The name of a device on the host is empty. libvirt takes that for a bridge in a definition, and \
      the start fails, so it is a note in 'vif check' and an error in a translation. Give the name \
      that 'ip link' shows.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge=''/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .deviceNameTooLong,
      """
      The name of a device on the host has more than 15 bytes. It is the kernel's limit (IFNAMSIZ, \
      with a zero at the end); libvirt takes longer names in a definition, and the start fails with \
      'Numerical result out of range'. So it is a note in 'vif check' and an error in a translation. \
      neutron cuts names to 'tap' and the first 11 characters of the port's id.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <target dev='tap-of-the-web-server'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .deviceNameMalformed,
      """
      The name of a device on the host has a character that no such name can have. That is a blank, \
      '/', ':', '%' or a control character: the kernel refuses them, but for '%', which libvirt takes \
      for the place of a number. Other hypervisors have such names, as VMware's 'VM Network', so it is a note \
      in 'vif check'. With QEMU the start fails.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='VM Network'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .deviceNameSchema,
      """
      libvirt and the kernel take this name, and libvirt's own schema does not. So 'virsh define \
      --validate' refuses the domain and 'virsh edit' complains, and attaching works. Rename the \
      device with ASCII letters, digits, '_', '.' and '-' if anyone validates.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='brücke'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .targetGenerated,
      """
      The target name begins as those that libvirt gives by itself, so libvirt drops it. Prefixes are \
      vnet, macvtap and macvlan, whatever follows: vnetfoo goes too. The device then gets another \
      name, and who looks for this one does not find it. A device that stays (target managed='no', \
      type ethernet) keeps its name. Rename it, or leave it out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <target dev='vnet7'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .aliasMalformed,
      """
      libvirt drops this alias from a definition without a word. It keeps those that begin with 'ua-' \
      and go on with ASCII letters, digits, '-' and '_'; others, as net0, it gives by itself when the \
      guest starts. Aliases of users are known since libvirt 3.9. Begin it with 'ua-'.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <alias name='front.1'/>
        </interface>
        """
      ),
      .settings(#"{"alias": "front"}"#)
    ),
    CodeExplanation(
      .modelMalformed,
      """
      The name of a model has a character that libvirt does not take. It is of ASCII letters, digits, \
      '-' and '_'; names that libvirt knows are taken in any case, and others are handed to the \
      hypervisor. Mend the name, as virtio, e1000e or rtl8139.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio net'/>
        </interface>
        """
      )
    ),
  ]
}
