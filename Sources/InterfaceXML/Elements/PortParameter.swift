public import Diagnostics

/// The parameters that ports have, by their names in the document.
enum PortParameter: String, CaseIterable {
  case managerid, typeid, typeidversion, instanceid, interfaceid, profileid
}

extension PartialPort {
  /// The parameters that libvirt prints back of a port of this type.
  var printed: [PortParameter] {
    switch type {
    case nil: PortParameter.allCases
    case .ieee8021Qbg: [.managerid, .typeid, .typeidversion, .instanceid]
    case .ieee8021Qbh: [.profileid]
    case .openVSwitch: [.interfaceid, .profileid]
    case .midonet: [.interfaceid]
    }
  }

  /// What is wrong with a parameter that is none of these, if there is one.
  func extra(besides allowed: [PortParameter]) -> Diagnostic? {
    let extra = PortParameter.allCases.first { has($0) && !allowed.contains($0) }
    guard let extra else { return nil }
    return Diagnostic(
      .virtualPortExtra,
      "a port of type '\(type?.rawValue ?? "")' has no \(extra)",
      bound: allowed.map(\.rawValue).joined(separator: ", "),
      remedy: "leave it out"
    ).at("@\(extra)").at("parameters")
  }

  /// Refuses what libvirt refuses of a document.
  func refuseExtras(_ reader: ElementReader) throws(Diagnostic) {
    var allowed = printed
    if type == .midonet {
      guard reader.enforces(.midonetChecked) else { return }
      allowed.append(.profileid)
    }
    if let extra = extra(besides: allowed) { throw extra }
  }

  /// Drops what libvirt reads of a port of MidoNet, and does not print.
  mutating func dropForeignParameters(_ reader: inout ElementReader) {
    guard type == .midonet else { return }
    for other in PortParameter.allCases where has(other) && !printed.contains(other) {
      drop(other)
      reader.dropsRead(
        other.rawValue,
        of: "parameters",
        .virtualPortExtra,
        "libvirt drops \(other) of a midonet port"
      )
    }
  }

  private func has(_ parameter: PortParameter) -> Bool {
    switch parameter {
    case .managerid: managerID != nil
    case .typeid: typeID != nil
    case .typeidversion: typeIDVersion != nil
    case .instanceid: instanceID != nil
    case .interfaceid: interfaceID != nil
    case .profileid: profileID != nil
    }
  }

  private mutating func drop(_ parameter: PortParameter) {
    switch parameter {
    case .managerid: managerID = nil
    case .typeid: typeID = nil
    case .typeidversion: typeIDVersion = nil
    case .instanceid: instanceID = nil
    case .interfaceid: interfaceID = nil
    case .profileid: profileID = nil
    }
  }
}

extension Diagnostic.Code {
  /// A parameter of another kind of port.
  public static let virtualPortExtra = Self(rawValue: "virtualport.extra")
}
