public import Diagnostics

/// VLAN tags that the host adds and takes away: libvirt's `<vlan>`.
public struct VLAN: Hashable, Sendable {
  /// One VLAN.
  public struct Tag: Hashable, Sendable {
    /// What happens to the frames of the native VLAN.
    public enum NativeMode: String, CaseIterable, Sendable {
      /// They carry a tag on their way in and out.
      case tagged
      /// They carry none.
      case untagged
    }

    /// The VLAN's number, 0…4095.
    public let id: UInt16
    /// Set when this is the native VLAN of the trunk.
    public let nativeMode: NativeMode?

    /// The numbers that VLANs have.
    package static let ids: ClosedRange<Int64> = 0...4095

    /// Names a VLAN.
    ///
    /// - Throws: `value.out-of-range` over 4095.
    public init(id: Int64, nativeMode: NativeMode? = nil) throws(Diagnostic) {
      guard Self.ids.contains(id) else {
        throw Diagnostic(
          .valueOutOfRange,
          "there is no VLAN \(id)",
          value: "\(id)",
          bound: "0…4095"
        )
      }
      self.id = UInt16(id)
      self.nativeMode = nativeMode
    }
  }

  /// Whether tagged frames reach the guest: always with several tags.
  public let trunk: Bool
  /// The VLANs, at least one.
  public let tags: [Tag]

  /// Makes a set of VLANs.
  ///
  /// - Parameters:
  ///   - tags: At least one; at most one of them native.
  ///   - trunk: nil for what follows from the number of tags.
  /// - Throws: `vlan.no-tag`, `vlan.trunk`, `vlan.native`, as libvirt's parser; `vlan.repeated`,
  ///   since libvirt would mark each tag of the native VLAN's id.
  public init(tags: [Tag], trunk: Bool? = nil) throws(Diagnostic) {
    let natives = tags.count { $0.nativeMode != nil }
    guard !tags.isEmpty else {
      throw Diagnostic(.vlanNoTag, "a vlan has no tag", bound: "at least one tag").at("tags")
    }
    guard natives <= 1 else {
      throw Diagnostic(
        .vlanNative,
        "\(natives) tags have a nativeMode",
        bound: "at most one native VLAN"
      ).at("tags")
    }
    guard Set(tags.map(\.id)).count == tags.count else {
      throw Diagnostic(
        .vlanRepeated,
        "two tags have the same id",
        bound: "each VLAN once"
      ).at("tags")
    }
    if trunk == false, tags.count > 1 || natives > 0 {
      throw Diagnostic(
        .vlanTrunk,
        "a vlan with \(tags.count > 1 ? "several tags" : "a native tag") is always a trunk",
        value: "false",
        bound: "trunk true",
        remedy: "leave trunk out"
      ).at("trunk")
    }
    self.tags = tags
    self.trunk = trunk ?? false || tags.count > 1
  }

  /// The VLANs as a document has them.
  private init(verbatim tags: [Tag], trunk: Bool) {
    self.tags = tags
    self.trunk = trunk
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("vlan") { writer throws(Diagnostic) in
      if trunk { try writer.attribute("trunk", yesNo: true) }
      for tag in tags {
        try writer.element("tag") { writer throws(Diagnostic) in
          try writer.attribute("id", tag.id)
          try writer.attribute("nativeMode", tag.nativeMode)
        }
      }
    }
  }
}

extension VLAN {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let tags = try reader.children("tag", Tag.init)
    guard !tags.isEmpty else {
      throw Diagnostic(.vlanNoTag, "a vlan has no tag", bound: "at least one tag")
    }
    let natives = tags.filter { $0.nativeMode != nil }
    guard natives.count <= 1 else {
      throw Diagnostic(
        .vlanNative,
        "\(natives.count) tags have a nativeMode",
        bound: "at most one native VLAN"
      )
    }
    var trunk = tags.count > 1
    if let text = reader.filled("trunk") {
      // libvirt compares this word, and no other, without case.
      let word = text.lowercased()
      guard word == "yes" || word == "no" && tags.count == 1 && natives.isEmpty else {
        throw Diagnostic(
          .vlanTrunk,
          "trunk is '\(Diagnostic.shortened(text))' on a vlan with \(tags.count) tags",
          value: text,
          bound: tags.count == 1 && natives.isEmpty ? "yes, no" : "yes"
        ).at("@trunk")
      }
      trunk = word == "yes"
    }
    // libvirt gives the mode to each tag of the native VLAN's number.
    let marked = tags.map { tag in
      natives.first.map { $0.id == tag.id ? $0 : tag } ?? tag
    }
    self.init(verbatim: marked, trunk: trunk)
  }
}

extension VLAN.Tag {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    id = try reader.required(reader.number("id", in: 0...4095), "id")
    nativeMode = try reader.word("nativeMode")
  }
}

extension VLAN: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.source {
    case .bridge, .network: return nil
    case .hostdev: return virtualFunctionRefusal(interface.virtualPort)
    case .direct(let source) where source.mode == .passthrough:
      return virtualFunctionRefusal(interface.virtualPort)
    case .direct(let source):
      return Diagnostic(
        .vlanMode,
        "a direct interface can carry a vlan in mode passthrough only",
        value: source.mode.rawValue,
        bound: "mode passthrough",
        remedy: "leave vlan out, or put the guest on a VLAN device of the host (vlan_name)"
      )
    case .ethernet, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null,
      .vds:
      return Interface.unsupported(
        "vlan",
        by: interface.type,
        bound: [.network, .bridge, .direct, .hostdev],
        because: "libvirt has nobody to tell it to"
      )
    }
  }

  /// A virtual function (SR-IOV) is told its VLAN by the host: one, and not beside 802.1Qbh.
  private func virtualFunctionRefusal(_ virtualPort: VirtualPort?) -> Diagnostic? {
    if trunk || tags.count > 1 {
      return Diagnostic(
        .vlanTrunk,
        "a virtual function can have one VLAN, and libvirt refuses to start one with a trunk",
        bound: "one tag, no trunk"
      )
    }
    if case .ieee8021Qbh? = virtualPort {
      return Diagnostic(
        .vlanVirtualPort,
        "the VLAN of an 802.1Qbh port is its profile's, and libvirt refuses to set another",
        remedy: "leave vlan out"
      )
    }
    return nil
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    guard interface.type == .bridge, interface.virtualPort == nil else { return [] }
    return [
      Diagnostic(
        .vlanLinuxBridge,
        "libvirt before 11.0 refuses a vlan on a Linux bridge when the NIC is plugged",
        bound: "libvirt 11.0 or newer, and a bridge with VLAN filtering"
      )
    ]
  }
}

extension Diagnostic.Code {
  /// A vlan without a tag.
  public static let vlanNoTag = Diagnostic.Code(rawValue: "vlan.no-tag")
  /// More than one native VLAN.
  public static let vlanNative = Diagnostic.Code(rawValue: "vlan.native")
  /// A trunk that is told not to be one.
  public static let vlanTrunk = Diagnostic.Code(rawValue: "vlan.trunk")
  /// Two tags of one VLAN.
  public static let vlanRepeated = Diagnostic.Code(rawValue: "vlan.repeated")
  /// A vlan beside a port whose profile has one.
  public static let vlanVirtualPort = Diagnostic.Code(rawValue: "vlan.virtualport")
  /// A vlan on a direct interface that shares its device.
  public static let vlanMode = Diagnostic.Code(rawValue: "vlan.mode")
  /// A vlan on a Linux bridge, which only newer versions of libvirt set up.
  public static let vlanLinuxBridge = Diagnostic.Code(rawValue: "vlan.linux-bridge")
}
