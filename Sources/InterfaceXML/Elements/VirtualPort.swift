public import Addresses
public import Diagnostics

/// What a port is to the switch that it is on: libvirt's `<virtualport>`.
///
/// All parameters stand in one `<parameters>` element: libvirt reads only the first.
public enum VirtualPort: Hashable, Sendable {
  /// A port of an Open vSwitch bridge.
  case openVSwitch(OpenVSwitchPort)
  /// An IEEE 802.1Qbg virtual station interface.
  case ieee8021Qbg(IEEE8021QbgPort)
  /// An IEEE 802.1Qbh port extender.
  case ieee8021Qbh(IEEE8021QbhPort)
  /// A port of MidoNet.
  case midonet(interfaceID: UUID)
  /// Parameters that are put together with those of a network; type network only.
  case partial(PartialPort)

  /// The standards and switches that there are ports of.
  public enum Kind: String, CaseIterable, Sendable {
    /// IEEE 802.1Qbg.
    case ieee8021Qbg = "802.1Qbg"
    /// IEEE 802.1Qbh.
    case ieee8021Qbh = "802.1Qbh"
    /// Open vSwitch.
    case openVSwitch = "openvswitch"
    /// MidoNet.
    case midonet
  }

  /// What the port is one of; a network may say that instead.
  public var type: Kind? {
    switch self {
    case .openVSwitch: .openVSwitch
    case .ieee8021Qbg: .ieee8021Qbg
    case .ieee8021Qbh: .ieee8021Qbh
    case .midonet: .midonet
    case .partial(let port): port.type
    }
  }

  /// What the port is one of, for a message.
  var name: String { type?.rawValue ?? "of the network's type" }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    switch self {
    case .openVSwitch(let port):
      let isEmpty = port.interfaceID == nil && port.profileID == nil && !writer.hasPlaceholders
      try Self.write(.openVSwitch, isEmpty: isEmpty, to: &writer) { writer throws(Diagnostic) in
        try writer.attribute(
          "interfaceid",
          port.interfaceID?.ascii,
          orPlaceholder: PartialPort.placeholder
        )
        try writer.attribute("profileid", port.profileID?.description, isEscaped: false)
      }
    case .ieee8021Qbg(let port):
      try Self.write(.ieee8021Qbg, to: &writer) { writer throws(Diagnostic) in
        try writer.attribute("managerid", port.managerID)
        try writer.attribute("typeid", port.typeID)
        try writer.attribute("typeidversion", port.typeIDVersion)
        try writer.attribute(
          "instanceid",
          port.instanceID?.ascii,
          orPlaceholder: PartialPort.placeholder
        )
      }
    case .ieee8021Qbh(let port):
      try Self.write(.ieee8021Qbh, to: &writer) { writer throws(Diagnostic) in
        try writer.attribute("profileid", port.profileID.description, isEscaped: false)
      }
    case .midonet(let interfaceID):
      try Self.write(.midonet, to: &writer) { writer throws(Diagnostic) in
        try writer.attribute("interfaceid", interfaceID.ascii)
      }
    case .partial(let port): try port.write(to: &writer)
    }
  }

  @inline(__always)
  private static func write(
    _ kind: Kind,
    isEmpty: Bool = false,
    to writer: inout XMLWriter,
    _ parameters: (inout XMLWriter) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try writer.element("virtualport") { writer throws(Diagnostic) in
      try writer.attribute("type", kind)
      if !isEmpty { try writer.element("parameters", parameters) }
    }
  }
}

/// The parameters of a port of an Open vSwitch bridge.
public struct OpenVSwitchPort: Hashable, Sendable {
  /// The port's `iface-id`; libvirt makes one when there is none.
  public var interfaceID: UUID?
  /// The port's profile.
  public var profileID: ProfileID?

  /// Makes the parameters.
  public init(interfaceID: UUID?, profileID: ProfileID? = nil) {
    self.interfaceID = interfaceID
    self.profileID = profileID
  }
}

/// The parameters of an IEEE 802.1Qbg virtual station interface (VSI).
public struct IEEE8021QbgPort: Hashable, Sendable {
  /// The VSI manager, 0…255; the standard reserves 0.
  public let managerID: UInt8
  /// The VSI type, 0…16777215.
  public let typeID: UInt32
  /// The version of the VSI type, 0…255.
  public let typeIDVersion: UInt8
  /// The VSI instance; libvirt makes one when there is none.
  public let instanceID: UUID?

  /// Makes the parameters.
  ///
  /// - Throws: `value.out-of-range`; the path is os-vif's name of the field.
  public init(
    managerID: Int64,
    typeID: Int64,
    typeIDVersion: Int64,
    instanceID: UUID?
  ) throws(Diagnostic) {
    self.managerID = try UInt8(Self.checked(managerID, "manager_id", maximum: 255))
    self.typeID = try UInt32(Self.checked(typeID, "type_id", maximum: 0xFF_FFFF))
    self.typeIDVersion = try UInt8(Self.checked(typeIDVersion, "type_id_version", maximum: 255))
    self.instanceID = instanceID
  }

  init(managerID: UInt8, typeID: UInt32, typeIDVersion: UInt8, instanceID: UUID?) {
    self.managerID = managerID
    self.typeID = typeID
    self.typeIDVersion = typeIDVersion
    self.instanceID = instanceID
  }

  private static func checked(
    _ value: Int64,
    _ name: String,
    maximum: Int64
  ) throws(Diagnostic) -> Int64 {
    guard (0...maximum).contains(value) else {
      throw Diagnostic(
        .valueOutOfRange,
        "\(name) is \(value)",
        value: "\(value)",
        bound: "0…\(maximum)"
      ).at(name)
    }
    return value
  }
}

/// The parameters of an IEEE 802.1Qbh port extender.
public struct IEEE8021QbhPort: Hashable, Sendable {
  /// The port's profile on the switch.
  public var profileID: ProfileID

  /// Makes the parameters.
  public init(profileID: ProfileID) { self.profileID = profileID }
}

extension VirtualPort: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch (self, interface.type) {
    case (.openVSwitch, .bridge), (.ieee8021Qbg, .direct), (.ieee8021Qbh, .direct),
      (.ieee8021Qbh, .hostdev), (.midonet, .bridge):
      return nil
    case (.partial(let port), .network): return port.extra(besides: port.printed)
    case (.openVSwitch, _):
      return Interface.unsupported("an openvswitch port", by: interface.type, bound: [.bridge])
    case (.ieee8021Qbg, _):
      return Interface.unsupported("an 802.1Qbg port", by: interface.type, bound: [.direct])
    case (.ieee8021Qbh, _):
      return Interface.unsupported(
        "an 802.1Qbh port",
        by: interface.type,
        bound: [.direct, .hostdev]
      )
    case (.midonet, _):
      return Interface.unsupported("a midonet port", by: interface.type, bound: [.bridge])
    case (.partial, _):
      return Interface.unsupported("part of a port", by: interface.type, bound: [.network])
    }
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if case .direct(let source) = interface.source { remarks += self.remarks(on: source.mode) }
    guard case .ieee8021Qbg(let port) = self else { return remarks }
    if port.managerID == 0 {
      remarks.append(
        Diagnostic(
          .qbgManagerReserved,
          "manager_id 0 is reserved by IEEE 802.1Qbg",
          value: "0",
          bound: "1…255"
        ).at("manager_id")
      )
    }
    if port.instanceID == nil {
      remarks.append(
        Diagnostic(
          .qbgInstanceGenerated,
          "without an instance_id libvirt makes a new one each time the NIC is defined",
          remedy: "set instance_id to the VSI instance that the switch knows"
        ).at("instance_id")
      )
    }
    return remarks
  }

  private func remarks(on mode: DirectSource.Mode) -> [Diagnostic] {
    switch (self, mode) {
    case (.ieee8021Qbg, .vepa), (.ieee8021Qbh, .passthrough), (.openVSwitch, _), (.midonet, _),
      (.partial, _):
      []
    case (.ieee8021Qbg, _):
      [
        Diagnostic(
          .virtualPortMode,
          "IEEE 802.1Qbg is a standard for mode vepa, and the mode is \(mode.rawValue)",
          value: mode.rawValue,
          bound: "vepa"
        ).at("mode")
      ]
    case (.ieee8021Qbh, _):
      [
        Diagnostic(
          .virtualPortMode,
          "IEEE 802.1Qbh is a standard for mode passthrough, and the mode is \(mode.rawValue)",
          value: mode.rawValue,
          bound: "passthrough"
        ).at("mode")
      ]
    }
  }
}

extension Diagnostic.Code {
  /// 802.1Qbg's reserved manager.
  public static let qbgManagerReserved = Diagnostic.Code(rawValue: "qbg.manager-reserved")
  /// 802.1Qbg without an instance.
  public static let qbgInstanceGenerated = Diagnostic.Code(rawValue: "qbg.instance-generated")
  /// A macvtap mode that the port's standard does not have.
  public static let virtualPortMode = Diagnostic.Code(rawValue: "virtualport.mode")
}
