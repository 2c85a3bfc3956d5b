import Diagnostics

/// What does not come back as it was written, found by comparing a document with its normal form:
/// so nothing is dropped or changed that no rule speaks of.
enum NormalFormDifference {
  /// Findings about parts that none of the others is about.
  static func findings(
    from document: XMLElement,
    to interface: Interface,
    besides others: [Finding]
  ) -> [Finding] {
    guard let text = try? interface.document(.exact),
      let normal = try? XMLDocument(parsing: text).root
    else { return [] }
    let generated = generated(interface)
    let known = Set((others + generated).map(\.diagnostic.path))
    return generated + compare(document, normal, JSONPointer(), known)
  }

  private static func compare(
    _ written: XMLElement,
    _ normal: XMLElement,
    _ path: JSONPointer,
    _ known: Set<JSONPointer>
  ) -> [Finding] {
    var findings: [Finding] = []
    for attribute in written.attributes {
      let place = path.appending("@\(attribute.name)")
      if known.contains(place) { continue }
      switch normal[attribute.name] {
      case attribute.value?: continue
      case let value?:
        findings.append(
          finding(.changed, .normalChanged, "libvirt writes '\(value)'", attribute.value, place)
        )
      case nil:
        findings.append(
          finding(.dropped, .normalDropped, "libvirt drops it", attribute.value, place)
        )
      }
    }
    for attribute in normal.attributes where written[attribute.name] == nil {
      let place = path.appending("@\(attribute.name)")
      findings.append(
        finding(.changed, .normalAdded, "libvirt adds '\(attribute.value)'", nil, place)
      )
    }
    return findings + compareChildren(written, normal, path, known)
  }

  private static func compareChildren(
    _ written: XMLElement,
    _ normal: XMLElement,
    _ path: JSONPointer,
    _ known: Set<JSONPointer>
  ) -> [Finding] {
    var findings: [Finding] = []
    var rest = normal.children
    for child in written.children {
      let place = path.appending(child.name)
      // Equal ones first: libvirt sorts some lists.
      let match =
        rest.firstIndex(of: child)
        ?? rest.firstIndex { candidate in
          candidate.name == child.name && !written.children.contains(candidate)
        }
      if let match {
        findings += compare(child, rest.remove(at: match), place, known)
      } else if !known.contains(where: { $0.isAtOrBelow(place) }) {
        findings.append(finding(.dropped, .normalDropped, "libvirt drops it", nil, place))
      }
    }
    for child in rest {
      let place = path.appending(child.name)
      // An element that is there for what libvirt makes up says nothing else.
      if child.isEmpty, known.contains(where: { $0.isAtOrBelow(place) }) { continue }
      findings.append(finding(.changed, .normalAdded, "libvirt adds it", nil, place))
    }
    return findings
  }

  /// What libvirt makes up is in no normal form yet.
  private static func generated(_ interface: Interface) -> [Finding] {
    var findings: [Finding] = []
    if interface.mac?.address == nil {
      findings.append(made("a MAC address", ["mac", "@address"]))
    }
    let parameters = ["virtualport", "parameters"]
    switch interface.virtualPort {
    case .ieee8021Qbg(let port) where port.instanceID == nil:
      findings.append(made("an instance", parameters + ["@instanceid"]))
    case .openVSwitch(let port) where port.interfaceID == nil:
      findings.append(made("a name of the port", parameters + ["@interfaceid"]))
    case .partial(let port):
      if port.lacksInstanceID {
        findings.append(made("an instance", parameters + ["@instanceid"]))
      }
      if port.lacksInterfaceID {
        findings.append(made("a name of the port", parameters + ["@interfaceid"]))
      }
    case .ieee8021Qbg, .ieee8021Qbh, .openVSwitch, .midonet, nil: break
    }
    return findings
  }

  private static func made(_ what: String, _ path: [String]) -> Finding {
    finding(
      .changed,
      .normalGenerated,
      "libvirt makes up \(what), another one each time the interface is defined",
      nil,
      JSONPointer(path)
    )
  }

  private static func finding(
    _ level: Finding.Level,
    _ code: Diagnostic.Code,
    _ problem: String,
    _ value: String?,
    _ path: JSONPointer
  ) -> Finding {
    Finding(level, Diagnostic(code, problem, value: value).at(path))
  }
}

extension XMLElement {
  fileprivate var isEmpty: Bool { attributes.isEmpty && children.isEmpty && text.isEmpty }
}

extension JSONPointer {
  fileprivate func appending(_ component: String) -> JSONPointer {
    JSONPointer(components + [component])
  }

  fileprivate func isAtOrBelow(_ other: JSONPointer) -> Bool {
    components.starts(with: other.components)
  }
}

extension Diagnostic.Code {
  /// A value that libvirt writes in another way.
  public static let normalChanged = Self(rawValue: "normal.changed")
  /// A part that libvirt drops because it says nothing, or nothing here.
  public static let normalDropped = Self(rawValue: "normal.dropped")
  /// A part that libvirt adds, with the value that it takes for the absent one.
  public static let normalAdded = Self(rawValue: "normal.added")
  /// A part that libvirt makes up.
  public static let normalGenerated = Self(rawValue: "normal.generated")
}
