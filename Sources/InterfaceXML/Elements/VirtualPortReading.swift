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
    let port = try PartialPort(&reader)
    try port.refuseExtras(reader)
    port.noteForeignParameters(&reader)
    guard type != .network else {
      self = .partial(port)
      return
    }
    self = try port.complete(reader)
  }
}

extension PartialPort {
  /// The parameters, by their names in the document.
  private enum Parameter: String, CaseIterable {
    case managerid, typeid, typeidversion, instanceid, interfaceid, profileid
  }

  private func has(_ parameter: Parameter) -> Bool {
    switch parameter {
    case .managerid: managerID != nil
    case .typeid: typeID != nil
    case .typeidversion: typeIDVersion != nil
    case .instanceid: instanceID != nil
    case .interfaceid: interfaceID != nil
    case .profileid: profileID != nil
    }
  }

  fileprivate func refuseExtras(_ reader: ElementReader) throws(Diagnostic) {
    let allowed: [Parameter]
    switch type {
    case nil: return
    case .ieee8021Qbg: allowed = [.managerid, .typeid, .typeidversion, .instanceid]
    case .ieee8021Qbh: allowed = [.profileid]
    case .openVSwitch: allowed = [.interfaceid, .profileid]
    case .midonet:
      guard reader.enforces(.midonetChecked) else { return }
      allowed = [.interfaceid, .profileid]
    }
    let extra = Parameter.allCases.first { has($0) && !allowed.contains($0) }
    guard let extra else { return }
    throw Diagnostic(
      .virtualPortExtra,
      "a port of type '\(type?.rawValue ?? "")' has no \(extra)",
      bound: allowed.map(\.rawValue).joined(separator: ", "),
      remedy: "leave it out"
    ).at("@\(extra)").at("parameters")
  }

  /// libvirt reads every parameter of a midonet port, and prints one.
  fileprivate func noteForeignParameters(_ reader: inout ElementReader) {
    guard type == .midonet else { return }
    for other in Parameter.allCases where other != .interfaceid && has(other) {
      reader.dropsRead(
        other.rawValue,
        of: "parameters",
        .virtualPortExtra,
        "libvirt drops \(other) of a midonet port"
      )
    }
  }

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
  /// A parameter of another kind of port.
  public static let virtualPortExtra = Self(rawValue: "virtualport.extra")
  /// A port without a parameter that its kind asks for.
  public static let virtualPortIncomplete = Self(rawValue: "virtualport.incomplete")
}
