import Addresses
public import Diagnostics
import DomainXML

/// What the devices that are asked for are found by, each by something of its own.
struct PlanNames {
  private var aliases: Set<String> = []
  private var addresses: Set<MACAddress> = []
  private var targets: Set<String> = []
  private var sources: Set<SoleSource> = []

  /// Refuses two documents of one device, or that would need one name, and a document whose device
  /// could not be found again.
  ///
  /// - Throws: `plan.twins`, `plan.nameless`.
  static func check(_ documents: [AttachDocument]) throws(Diagnostic) {
    var names = PlanNames()
    for (index, document) in documents.enumerated() { try names.add(document, number: index + 1) }
  }

  private mutating func add(_ document: AttachDocument, number: Int) throws(Diagnostic) {
    let device = document.device
    guard document.isRecognizable else {
      throw Diagnostic(
        .planNameless,
        "interface \(number) of those that are asked for has neither an alias nor a MAC address",
        value: [device.type, device.source].compactMap(\.self).joined(separator: " "),
        remedy: "give it one of them, or each run would plug in another"
      )
    }
    if let alias = device.lastingAlias, !aliases.insert(VIFAlias.base(of: alias)).inserted {
      throw .twins("alias", "\(InterfaceSelector.alias(alias))")
    }
    if let mac = device.mac, !addresses.insert(mac).inserted {
      throw .twins("MAC address", "\(InterfaceSelector.mac(mac))")
    }
    if let target = device.target, !targets.insert(target).inserted {
      throw .twins("device of the host", "\(InterfaceSelector.target(target))")
    }
    if let source = SoleSource(device), !sources.insert(source).inserted {
      throw .twins(source.kind, source.name)
    }
  }
}

extension Diagnostic {
  fileprivate static func twins(_ kind: String, _ name: String) -> Diagnostic {
    Diagnostic(
      .planTwins,
      "two of the devices that are asked for have one \(kind) (\(name))",
      value: name,
      remedy: "leave one of them out"
    )
  }
}

extension Diagnostic.Code {
  /// Two of the devices that are asked for are one, or would have one name.
  public static let planTwins = Self(rawValue: "plan.twins")
  /// A device that is asked for could not be found again.
  public static let planNameless = Self(rawValue: "plan.nameless")
}
