import Addresses
public import Diagnostics
import DomainXML

/// What the devices that are asked for are found by, each by something of its own.
struct PlanNames {
  private var aliases: Set<String> = []
  private var addresses: Set<MACAddress> = []
  private var targets: Set<String> = []

  /// Refuses two documents of one device, or that would need one name, and a document whose device
  /// could not be found again.
  ///
  /// - Throws: `plan.twins`, `plan.nameless`.
  static func check(_ documents: [AttachDocument]) throws(Diagnostic) {
    var names = PlanNames()
    for document in documents { try names.add(document) }
  }

  private mutating func add(_ document: AttachDocument) throws(Diagnostic) {
    let device = document.device
    guard document.isRecognizable else {
      throw Diagnostic(
        .planNameless,
        "an interface that is asked for has neither an alias nor a MAC address",
        remedy: "give it one of them, or each run would plug in another"
      )
    }
    if let alias = device.lastingAlias, !aliases.insert(VIFAlias.base(of: alias)).inserted {
      throw .twins("alias", .alias(alias))
    }
    if let mac = device.mac, !addresses.insert(mac).inserted {
      throw .twins("MAC address", .mac(mac))
    }
    if let target = device.target, !targets.insert(target).inserted {
      throw .twins("device of the host", .target(target))
    }
  }
}

extension Diagnostic {
  fileprivate static func twins(_ name: String, _ selector: InterfaceSelector) -> Diagnostic {
    Diagnostic(
      .planTwins,
      "two of the devices that are asked for have one \(name) (\(selector))",
      value: "\(selector)",
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
