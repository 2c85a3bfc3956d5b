public import Diagnostics

/// The interface's part in a virtio failover pair: libvirt's `<teaming>`.
public enum Teaming: Hashable, Sendable {
  /// The virtio interface that stays when the guest migrates.
  case persistent
  /// The host device that goes; it names its partner's alias.
  case transient(persistent: Alias)

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("teaming") { writer throws(Diagnostic) in
      switch self {
      case .persistent: try writer.attribute("type", "persistent")
      case .transient(let partner):
        try writer.attribute("type", "transient")
        try writer.attribute("persistent", partner.name)
      }
    }
  }
}

extension Teaming {
  private enum Kind: String, CaseIterable { case persistent, transient }

  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let hasType = reader.element["type"].map { !$0.isEmpty } ?? false
    let partner = reader.filled("persistent")
    guard hasType || partner != nil else { return nil }
    let kind: Kind = try reader.required(hasType ? reader.word("type") : nil, "type")
    switch (kind, partner) {
    case (.persistent, nil): self = .persistent
    case (.transient, let partner?): self = .transient(persistent: Alias(verbatim: partner))
    case (.persistent, _?):
      throw Diagnostic(
        .teamingPartner,
        "the persistent part of a failover pair names no partner",
        bound: "type transient",
        remedy: "leave persistent out"
      ).at("@persistent")
    case (.transient, nil): throw reader.missing("persistent")
    }
  }
}

extension Teaming: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch self {
    case .transient:
      if interface.type == .hostdev || interface.type == .network { return nil }
      return Interface.unsupported(
        "teaming transient",
        by: interface.type,
        bound: [.network, .hostdev]
      )
    case .persistent:
      if interface.type == .hostdev {
        return Interface.unsupported(
          "teaming persistent",
          by: .hostdev,
          bound: [.ethernet, .bridge, .direct, .vhostuser, .vdpa]
        )
      }
      if interface.type == .vdpa || interface.model?.isVirtio == true { return nil }
      return Diagnostic(
        .driverModel,
        "teaming persistent needs a virtio model",
        value: interface.model?.type,
        bound: "model \(Model.virtioFamily)"
      )
    }
  }
}

extension Diagnostic.Code {
  /// A partner where a failover pair has none.
  public static let teamingPartner = Diagnostic.Code(rawValue: "teaming.partner")
}
