public import Addresses
public import Diagnostics

/// The address of the NIC that the guest sees: libvirt's `<mac>`.
public struct MAC: Hashable, Sendable {
  /// Where an address comes from (VMware).
  public enum Origin: String, CaseIterable, Sendable {
    /// The hypervisor has made it.
    case generated
    /// A user has given it.
    case `static`
  }

  /// The address; libvirt makes one when there is none.
  public var address: MACAddress?
  /// Where the address comes from (VMware).
  public var type: Origin?
  /// Whether the hypervisor checks the address (VMware).
  public var check: Bool?
  /// The address that the guest has set, in a running guest only.
  public var currentAddress: MACAddress?

  /// Gives an address.
  public init(_ address: MACAddress?) { self.address = address }

  /// What stands for an address that libvirt makes up.
  static let placeholder = "@RANDOM-MAC@"

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if self == MAC(nil), !writer.hasPlaceholders { return }
    try writer.element("mac") { writer throws(Diagnostic) in
      try writer.attribute("address", address?.ascii, orPlaceholder: Self.placeholder)
      try writer.attribute("type", type)
      try writer.attribute("check", yesNo: check)
      try writer.attribute("currentAddress", currentAddress?.ascii)
    }
  }
}

extension MAC {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    self.init(try reader.mac("address"))
    if let address, address.isMulticast { throw Self.multicast(address).at("@address") }
    if let address, address.bits == 0, reader.enforces(.zeroMACReplaced) { self.address = nil }
    type = try reader.word("type")
    check = try reader.yesNo("check")
    if reader.libvirt == nil {
      currentAddress = try reader.mac("currentAddress")
    } else {
      reader.passes(
        overAttribute: "currentAddress",
        .sourceState,
        "libvirt says this of a running guest only"
      )
    }
    if self == MAC(nil) { return nil }
  }

  private static func multicast(_ address: MACAddress) -> Diagnostic {
    Diagnostic(
      .macMulticast,
      "the MAC address \(address) has the multicast bit set, so no NIC can have it",
      value: "\(address)",
      bound: "a unicast address: the first byte is even",
      remedy: "locally administered addresses begin with 02, 06, 0a, 0e, as 52 or fa do"
    )
  }
}

extension MAC: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    address.flatMap { $0.isMulticast ? Self.multicast($0) : nil }
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    guard let address, address.bits == 0 else { return [] }
    return [
      Diagnostic(
        .macZero,
        "libvirt 11 and newer replace the MAC address \(address) by one of their own",
        value: "\(address)"
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
