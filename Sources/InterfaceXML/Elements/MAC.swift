import Addresses
public import Diagnostics

// `<mac address='52:54:00:00:00:01'/>`: the element holds nothing but the address.
extension MACAddress: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard isMulticast else { return nil }
    return Diagnostic(
      .macMulticast,
      "the MAC address \(self) has the multicast bit set, so no NIC can have it",
      value: "\(self)",
      bound: "a unicast address: the first byte is even",
      remedy: "locally administered addresses begin with 02, 06, 0a, 0e, as 52 or fa do"
    )
  }
}

extension MACAddress {
  func remarks(in interface: Interface) -> [Diagnostic] {
    guard bits == 0 else { return [] }
    return [
      Diagnostic(
        .macZero,
        "libvirt 11 and newer replace the MAC address \(self) by one of their own",
        value: "\(self)"
      )
    ]
  }
}

extension Diagnostic.Code {
  /// A MAC address of zeros.
  public static let macZero = Diagnostic.Code(rawValue: "mac.zero")
  /// A MAC address with the multicast bit set.
  public static let macMulticast = Diagnostic.Code(rawValue: "mac.multicast")
}
