package import Addresses

extension XMLElement {
  /// The MAC address of an interface's element, in any form that libvirt reads; nil if it has none,
  /// or one that libvirt refuses.
  package var guestMAC: MACAddress? {
    first("mac")?["address"].flatMap { MACAddress(asLibvirtReads: $0) }
  }
}
