import Diagnostics

extension CodeExplanation {
  /// Of where the guest finds the device.
  static let ofGuestAddresses = [
    CodeExplanation(
      .macMulticast,
      """
      The MAC address has the multicast bit set, and no NIC can have such an address. It is the lowest \
      bit of the first byte: an odd first byte is a group's. libvirt refuses it in every version. \
      Take an even first byte; 02, 06, 0a and 0e, and so 52 and fa, are free for anyone's use.
      """,
      .document(
        """
        <interface type='bridge'>
          <mac address='01:16:3e:00:00:01'/>
          <source bridge='br0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .macZero,
      """
      The MAC address is all zeros, and libvirt 11.0 and newer put one of their own in its place. \
      Before, it is kept, and the guest is given zeros. Give a real address, or none if libvirt is to \
      make one.
      """,
      .document(
        """
        <interface type='bridge'>
          <mac address='00:00:00:00:00:00'/>
          <source bridge='br0'/>
        </interface>
        """,
        libvirt: "9.0.0"
      )
    ),
    CodeExplanation(
      .addressDomain,
      """
      The guest's PCI address is in another domain than 0. QEMU's machines have one PCI domain, and \
      libvirt refuses others when it looks for the bus. Take domain 0000. An address on the host, \
      which may have more domains, belongs into <source>.
      """,
      .settings(#"{"address": "0001:00:03.0"}"#)
    ),
    CodeExplanation(
      .addressSlot,
      """
      The guest's PCI address is slot 0 of bus 0, where the host bridge is. libvirt refuses it when \
      the domain is defined. Take another slot, or leave the address out: libvirt finds a free one.
      """,
      .settings(#"{"address": "0000:00:00.0"}"#)
    ),
    CodeExplanation(
      .addressKind,
      """
      A host device has an address in the guest on another bus than the device is made for. A PCI \
      function goes to a PCI address and a USB device to a USB port, and libvirt refuses the rest. \
      Change the type of <address>, or leave it out.
      """,
      .document(
        """
        <interface type='hostdev' managed='yes'>
          <source>
            <address type='pci' domain='0' bus='0x0a' slot='0' function='1'/>
          </source>
          <address type='usb' bus='0' port='1'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .addressPartial,
      """
      An address on a channel subsystem of s390 has some of its numbers and not all. libvirt wants \
      cssid, ssid and devno together, or none of them, and then chooses. Add the others.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <address type='ccw' cssid='0xfe' devno='0x0001'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .romDisabled,
      """
      The ROM is switched off and described all the same. libvirt refuses bar and file beside \
      enabled='no', since there is nothing that they could be of. Leave them out, or leave enabled \
      out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <rom enabled='no' file='/usr/share/qemu/pxe.rom'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .romPath,
      """
      This cannot be the path of a ROM's file. It must be absolute and without control characters. \
      libvirt takes any text, even an empty one, and QEMU fails when the guest starts.
      """,
      .settings(#"{"rom": {"file": "pxe.rom"}}"#)
    ),
  ]
}
