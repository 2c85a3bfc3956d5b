extension CodeExplanation {
  /// Of this module's codes, which all others raise.
  package static let ofDiagnostics = [
    CodeExplanation(
      .valueOutOfRange,
      """
      A number, or the length of a text, is out of its bounds. The message names them: mostly \
      libvirt's, and in guest settings the narrower ones of QEMU or the kernel where those would \
      fail at the start. A text that is no number at all, or has something behind it, counts too; \
      libvirt takes leading blanks and a '+', but no '-' where there is no sign. For 802.1Qbg, \
      hexadecimal and octal numbers are taken before libvirt 12.0, and decimal ones only since. \
      Write a plain decimal number within the bounds.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <vlan>
            <tag id='4096'/>
          </vlan>
        </interface>
        """
      ),
      .settings(#"{"mtu": 67}"#)
    ),
    CodeExplanation(
      .valueNotAllowed,
      """
      A word is none of those that this field has. The message lists them. libvirt compares words \
      exactly, upper and lower case too, and 'yes' and 'no' are not 'on' and 'off'. Some words came \
      with a newer libvirt: backend type 'passt' is refused by Debian's 9.0, type 'default' until \
      10.6. Write one of the words that the message lists.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver txmode='thread'/>
        </interface>
        """
      ),
      .settings(#"{"link": "UP"}"#)
    ),
  ]
}
