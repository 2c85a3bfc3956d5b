import Diagnostics

extension VirtualPort {
  /// Reads the port of an interface of this type.
  ///
  /// Only a network can add to what is missing here.
  init(on type: InterfaceType, _ reader: inout ElementReader) throws(Diagnostic) {
    switch type {
    case .network, .bridge, .direct, .hostdev: break
    case .ethernet, .user, .vhostuser, .vdpa, .mcast, .server, .client, .udp, .internal, .null,
      .vds:
      throw Interface.unsupported(
        "a virtualport",
        by: type,
        bound: [.network, .bridge, .direct, .hostdev]
      )
    }
    var port = try PartialPort(&reader)
    try port.refuseExtras(reader)
    port.dropForeignParameters(&reader)
    guard type != .network else {
      self = .partial(port)
      return
    }
    self = try port.complete(reader)
  }
}

extension PartialPort {
  fileprivate func complete(_ reader: ElementReader) throws(Diagnostic) -> VirtualPort {
    func required<Value>(_ value: Value?, _ name: String) throws(Diagnostic) -> Value {
      guard let value else {
        throw Diagnostic(
          .virtualPortIncomplete,
          "a port of type '\(type?.rawValue ?? "")' has no \(name)",
          remedy: "add it to <parameters>"
        ).at("@\(name)").at("parameters")
      }
      return value
    }
    switch type {
    case nil: throw reader.missing("type")
    case .openVSwitch:
      return .openVSwitch(OpenVSwitchPort(interfaceID: interfaceID, profileID: profileID))
    case .ieee8021Qbg:
      return .ieee8021Qbg(
        IEEE8021QbgPort(
          managerID: try required(managerID, "managerid"),
          typeID: try required(typeID, "typeid"),
          typeIDVersion: try required(typeIDVersion, "typeidversion"),
          instanceID: instanceID
        )
      )
    case .ieee8021Qbh:
      return .ieee8021Qbh(IEEE8021QbhPort(profileID: try required(profileID, "profileid")))
    case .midonet: return .midonet(interfaceID: try required(interfaceID, "interfaceid"))
    }
  }
}

extension Diagnostic.Code {
  /// A port without a parameter that its kind asks for.
  public static let virtualPortIncomplete = Self(rawValue: "virtualport.incomplete")
}
