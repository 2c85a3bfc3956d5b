import Diagnostics

extension CodeExplanation {
  /// Of what libvirt writes in another way than it was given, and of its versions.
  static let ofNormalForm = [
    CodeExplanation(
      .normalChanged,
      """
      libvirt keeps this value and writes it in another way. It writes MAC addresses and UUIDs in \
      lower case, numbers in one form, known models in their own spelling and cleans paths. The \
      meaning is the same: only who compares texts need care. 'vif format' prints what libvirt will.
      """,
      .document(
        """
        <interface type='bridge'>
          <mac address='FA:16:3E:00:00:01'/>
          <source bridge='br0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .normalDropped,
      """
      libvirt reads this part and does not keep it, as it says nothing or nothing here. It is so with \
      empty elements and with empty paths of scripts. Nothing changes for the guest; leave the part \
      out, so that the document is what libvirt stores.
      """,
      .document(
        """
        <interface type='ethernet'>
          <mac address='fa:16:3e:00:00:01'/>
          <tune/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .normalAdded,
      """
      libvirt adds this part, with the value that it takes for the absent one. A direct source without \
      a mode gets vepa, an <ip> its family, a vhost-user source without a mode is a client since \
      11.1. Write it yourself if it must not change with a later default.
      """,
      .document(
        """
        <interface type='direct'>
          <mac address='fa:16:3e:00:00:01'/>
          <source dev='eth0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .normalGenerated,
      """
      libvirt makes this value up, another one each time the interface is defined. It does so for an \
      absent MAC address, the interfaceid of an Open vSwitch port and the instanceid of an 802.1Qbg \
      one. The guest then sees a new NIC after each definition, and the switch an unknown port. Give \
      the value if anyone else must know it.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .libvirtVersionMalformed,
      """
      The text is no version of libvirt. That has two or three numbers with dots, as 9.0 or 9.0.0; \
      'virsh version' prints it.
      """
    ),
    CodeExplanation(
      .libvirtVersionUnknown,
      """
      The rules of this version of libvirt are not known. They are from 9.0.0 on, as Debian 12 has it; \
      what an older one refuses or drops was not looked at. Ask for 9.0.0 or newer.
      """
    ),
  ]
}
