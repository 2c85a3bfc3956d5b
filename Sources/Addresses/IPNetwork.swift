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
    guard let network = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .ipNetworkMalformed,
        "'\(Diagnostic.shortened(text))' is no IP network",
        value: text,
        bound: "an IP address and a prefix length, as 10.0.0.0/24"
      )
    }
    self = network
  }

  /// Reads a network; nil for what is none.
  package init?(_ bytes: Span<UInt8>) {
    guard let network = Self.parse(bytes) else { return nil }
    self = network
  }

  private init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  private static func parse(_ bytes: Span<UInt8>) -> IPNetwork? {
    let slash = bytes.indices.first { bytes[$0] == UInt8(ascii: "/") }
    guard let address = IPAddress.parse(bytes.extracting(..<(slash ?? bytes.count))) else {
      return nil
    }
    guard let slash else { return IPNetwork(address: address, prefixLength: address.width) }
    return length(bytes.extracting((slash + 1)...), for: address).map {
      IPNetwork(address: address, prefixLength: $0)
    }
  }

  private static func length(_ bytes: Span<UInt8>, for address: IPAddress) -> Int? {
    if let length = decimal(bytes) { return length <= address.width ? length : nil }
    guard case .v4(let mask)? = IPAddress.parse(bytes), case .v4 = address else { return nil }
    let netmaskLength = (~mask).leadingZeroBitCount
    if mask.nonzeroBitCount == netmaskLength { return netmaskLength }
    let hostmaskLength = mask.leadingZeroBitCount
    return mask.nonzeroBitCount == 32 - hostmaskLength ? hostmaskLength : nil
  }

  /// A decimal number, leading zeros and all; beyond any length it stays there.
  private static func decimal(_ bytes: Span<UInt8>) -> Int? {
    var value = 0
    for index in bytes.indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
      value = min(value * 10 + Int(bytes[index] - UInt8(ascii: "0")), 1000)
    }
    return bytes.isEmpty ? nil : value
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
