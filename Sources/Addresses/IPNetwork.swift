public import Diagnostics

/// An IP address with the length of its network's prefix: `10.0.0.7/24`.
///
/// Host bits stay as given, as os-vif's `IPNetwork` field has it.
public struct IPNetwork: Hashable, Sendable {
  /// The address, host bits and all.
  public let address: IPAddress
  /// Bits of the network part, 0…32 or 0…128.
  public let prefixLength: Int

  /// Reads `ADDRESS`, `ADDRESS/LENGTH`, `ADDRESS/NETMASK` or `ADDRESS/HOSTMASK`; without a length
  /// the network is one host.
  ///
  /// - Throws: `ip.network-malformed` for anything else, or a length beyond the family's width.
  public init(_ text: String) throws(Diagnostic) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = IPAddress.parse(parts[0]),
      let length = parts.count == 1 ? address.width : Self.length(parts[1], for: address)
    else {
      throw Diagnostic(
        .ipNetworkMalformed,
        "'\(Diagnostic.shortened(text))' is no IP network",
        value: text,
        bound: "an IP address and a prefix length, as 10.0.0.0/24"
      )
    }
    self.address = address
    prefixLength = length
  }

  private static func length(_ text: Substring, for address: IPAddress) -> Int? {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(text) {
      return length <= address.width ? length : nil
    }
    guard case .v4(let mask)? = IPAddress.parse(text), case .v4 = address else { return nil }
    let netmaskLength = (~mask).leadingZeroBitCount
    if mask.nonzeroBitCount == netmaskLength { return netmaskLength }
    let hostmaskLength = mask.leadingZeroBitCount
    return mask.nonzeroBitCount == 32 - hostmaskLength ? hostmaskLength : nil
  }
}

extension IPNetwork: CustomStringConvertible {
  /// The address, a slash and the length.
  public var description: String { "\(address)/\(prefixLength)" }
}

extension Diagnostic.Code {
  /// A text is not an IP network.
  public static let ipNetworkMalformed = Diagnostic.Code(rawValue: "ip.network-malformed")
}
