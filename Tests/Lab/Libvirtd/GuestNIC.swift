/// A NIC as the system inside a guest sees it.
package struct GuestNIC: Equatable, Sendable {
  /// The Ethernet address, in lower case with colons.
  package let mac: String
  /// The MTU in bytes.
  package let mtu: Int?
  /// Whether its link is up.
  package let hasCarrier: Bool

  /// What a line about NICs begins with on a guest's console; `guest/init` writes it.
  static let linePrefix = "nics"

  /// The NICs of a line `nics eth0=MAC,MTU,CARRIER …`.
  static func all(in line: some StringProtocol) -> [GuestNIC] {
    line.split(separator: " ").dropFirst().compactMap { device in
      let values = device.split(separator: "=").last?
        .split(separator: ",", omittingEmptySubsequences: false)
      guard let values, values.count == 3 else { return nil }
      return GuestNIC(mac: String(values[0]), mtu: Int(values[1]), hasCarrier: values[2] == "1")
    }
  }
}
