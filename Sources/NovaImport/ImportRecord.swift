import Diagnostics
import JSONText
public import VIFModel
import VIFTranslator

/// What a VIF is made of.
public enum ImportRecord: Hashable, Sendable {
  /// An os-vif object, which is one already.
  case primitive(VIF)
  /// An element of nova's `network_info`.
  case networkInfo(NetworkInfoVIF)
  /// A port of Neutron's, with its network where that is known.
  case port(NeutronPort, NeutronNetwork?)

  /// Which records are read.
  public enum Form: String, CaseIterable, Sendable {
    /// `network_info` and os-vif primitives.
    case nova
    /// Neutron ports.
    case neutron
  }

  /// Reads the record that comes next; what it is, its keys say.
  ///
  /// - Parameter form: Which records are read; nil for any.
  init(reading reader: inout JSONReader, form: Form?) throws(Diagnostic) {
    switch try reader.recordKind() {
    case .primitive where form != .neutron: self = .primitive(try VIF(reading: &reader))
    case .networkInfo where form != .neutron:
      self = .networkInfo(try NetworkInfoVIF(reading: &reader))
    case .port where form != .nova: self = .port(try NeutronPort(reading: &reader), nil)
    case let kind: throw kind.unwanted
    }
  }

  /// The record as `network_info` has it; nil for an os-vif object.
  func networkInfo() -> NetworkInfoVIF? {
    switch self {
    case .primitive: nil
    case .networkInfo(let record): record
    case .port(let port, let network): port.networkInfo(on: network)
    }
  }
}

/// The kinds of record that can be told apart by their keys.
private enum RecordKind {
  case primitive, networkInfo, port

  var unwanted: Diagnostic {
    let (name, form): (String, ImportRecord.Form) =
      switch self {
      case .primitive: ("an os-vif primitive", .nova)
      case .networkInfo: ("a record of network_info", .nova)
      case .port: ("a Neutron port", .neutron)
      }
    return Diagnostic(
      .importForm,
      "this is \(name)",
      bound: form == .nova ? "a Neutron port" : "network_info, or an os-vif primitive",
      remedy: "say --from \(form.rawValue)"
    )
  }
}

extension JSONReader {
  fileprivate mutating func recordKind() throws(Diagnostic) -> RecordKind {
    guard try peekKind() == .object else { throw wrongKind("an object (a VIF or a port)") }
    return try lookAhead { reader throws(Diagnostic) in
      try reader.beginObject()
      while try reader.nextKey() {
        let name = reader.keyText
        if name.hasPrefix("versioned_object.") { return .primitive }
        if NeutronPort.Key(rawValue: name)?.isOfPortsOnly == true { return .port }
        if NetworkInfoVIF.Key(rawValue: name)?.isTelling == true { return .networkInfo }
        try reader.skipValue()
      }
      throw Diagnostic(
        .importForm,
        "this is neither an os-vif primitive nor a record of network_info nor a Neutron port",
        bound: "an object with versioned_object.name, with type, or with binding:vif_type"
      )
    }
  }
}

extension NetworkInfoVIF.Key {
  /// Whether an object with this key is a VIF: no port has it.
  var isTelling: Bool {
    switch self {
    case .type, .address, .devname, .vnicType, .ovsInterfaceID, .qbgParameters, .details,
      .delegateCreate, .preserveOnDelete, .profile:
      true
    case .id, .network, .active: false
    }
  }
}

extension Diagnostic.Code {
  /// A record of another kind than is wanted.
  public static let importForm = Diagnostic.Code(rawValue: "import.form")
}
