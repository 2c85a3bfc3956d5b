import Diagnostics
import FileAccess

/// What does not come back as it was written, found by comparing a document with what libvirt
/// prints of it: so nothing is dropped or changed without a finding, whether a rule speaks of it or
/// not.
struct NormalFormDifference {
  /// Where others have found something already.
  private let known: Set<JSONPointer>
  private(set) var findings: [Finding] = []

  /// Compares a document with the interface that a version keeps of it.
  init(
    from document: XMLElement,
    to interface: Interface,
    by libvirt: LibvirtVersion,
    besides others: [Finding]
  ) {
    known = Set(others.map(\.diagnostic.path))
    let printed = try? interface.document(.printedWithPlaceholders(by: libvirt))
    // Mostly it is what libvirt has printed once, and so there is nothing to compare.
    if let printed, document.isWritten(as: printed) { return }
    guard let printed, let (normal, repairs) = try? XMLRepair.root(of: printed)
    else {
      findings = [Finding(.changed, Self.unreadable)]
      return
    }
    compare(document, normal, JSONPointer())
    for repair in repairs {
      findings.append(Finding(.changed, Self.unescaped(repair, in: normal)))
    }
  }

  private mutating func compare(_ written: XMLElement, _ normal: XMLElement, _ path: JSONPointer) {
    for attribute in written.attributes {
      let place = path.appending("@\(attribute.name)")
      guard normal[attribute.name] != attribute.value, !known.contains(place) else { continue }
      guard let value = normal[attribute.name] else {
        add(.dropped, .normalDropped, "libvirt drops it", attribute.value, place)
        continue
      }
      guard !isPlaceholder(value, place) else { continue }
      add(.changed, .normalChanged, "libvirt writes '\(value)'", attribute.value, place)
    }
    for attribute in normal.attributes where written[attribute.name] == nil {
      let place = path.appending("@\(attribute.name)")
      guard !isPlaceholder(attribute.value, place) else { continue }
      add(.changed, .normalAdded, "libvirt adds '\(attribute.value)'", nil, place)
    }
    if written.text != normal.text, !known.contains(path) {
      add(.changed, .normalChanged, "libvirt writes '\(normal.text)'", written.text, path)
    }
    compareChildren(written, normal, path)
  }

  private mutating func compareChildren(
    _ written: XMLElement,
    _ normal: XMLElement,
    _ path: JSONPointer
  ) {
    let theirs = Dictionary(
      normal.childrenByName.map { ($0.name, $0.elements) },
      uniquingKeysWith: { first, _ in first }
    )
    let ours = written.childrenByName
    for (name, elements) in ours {
      // Equal ones first: libvirt sorts some lists.
      let (lone, rest) = XMLElement.unequal(elements, theirs[name] ?? [])
      func place(_ index: Int) -> JSONPointer {
        let place = path.appending(name)
        return elements.count > 1 ? place.appending("\(index + 1)") : place
      }
      for (old, new) in zip(lone, rest) { compare(old.element, new.element, place(old.index)) }
      for (index, element) in lone.dropFirst(rest.count)
      where !isSpokenOf(element, place(index)) {
        add(.dropped, .normalDropped, "libvirt drops it", nil, place(index))
      }
      for (_, element) in rest.dropFirst(lone.count) { appear(element, path.appending(name)) }
    }
    let names = Set(ours.map(\.name))
    for (name, elements) in normal.childrenByName where !names.contains(name) {
      for element in elements { appear(element, path.appending(name)) }
    }
  }

  /// Whether there are findings about all that an element says.
  private func isSpokenOf(_ element: XMLElement, _ path: JSONPointer) -> Bool {
    if known.contains(path) { return true }
    if element.attributes.isEmpty, element.children.isEmpty { return false }
    return element.attributes.allSatisfy { known.contains(path.appending("@\($0.name)")) }
      && element.children.allSatisfy { isSpokenOf($0, path.appending($0.name)) }
  }

  /// An element that was not written is there for what libvirt makes up, or for a default.
  private mutating func appear(_ element: XMLElement, _ path: JSONPointer) {
    let count = findings.count
    findGenerated(element, path)
    if findings.count == count { add(.changed, .normalAdded, "libvirt adds it", nil, path) }
  }

  private mutating func findGenerated(_ element: XMLElement, _ path: JSONPointer) {
    for attribute in element.attributes {
      _ = isPlaceholder(attribute.value, path.appending("@\(attribute.name)"))
    }
    for child in element.children { findGenerated(child, path.appending(child.name)) }
  }

  /// Whether a value stands for one that libvirt makes up, which then is found.
  private mutating func isPlaceholder(_ value: String, _ path: JSONPointer) -> Bool {
    let what: String
    switch value {
    case MAC.placeholder: what = "a MAC address"
    case PartialPort.placeholder: what = "an id"
    default: return false
    }
    add(
      .changed,
      .normalGenerated,
      "libvirt makes up \(what), another one each time the interface is defined",
      nil,
      path
    )
    return true
  }

  private mutating func add(
    _ level: Finding.Level,
    _ code: Diagnostic.Code,
    _ problem: String,
    _ value: String?,
    _ path: JSONPointer
  ) {
    findings.append(Finding(level, Diagnostic(code, problem, value: value).at(path)))
  }

  private static var unreadable: Diagnostic {
    Diagnostic(.xmlUnescaped, "libvirt prints the interface so that it cannot be read again")
  }

  private static func unescaped(_ repair: Diagnostic, in normal: XMLElement) -> Diagnostic {
    Diagnostic(
      .xmlUnescaped,
      "libvirt does not escape the value when it prints the domain, which then is no XML",
      value: repair.details.value,
      remedy: "rename it: libvirt could not read the stored domain again"
    ).at(place(of: repair.details.value ?? "", in: normal, JSONPointer()) ?? JSONPointer())
  }

  private static func place(
    of value: String,
    in element: XMLElement,
    _ path: JSONPointer
  ) -> JSONPointer? {
    if let attribute = element.attributes.first(where: { Diagnostic.shortened($0.value) == value })
    {
      return path.appending("@\(attribute.name)")
    }
    for child in element.children {
      if let place = place(of: value, in: child, path.appending(child.name)) { return place }
    }
    return nil
  }
}

extension XMLElement {
  /// Whether this is how the element is written, with a line end behind it.
  fileprivate func isWritten(as text: String) -> Bool {
    var buffer = ByteBuffer()
    write(to: &buffer, depth: 0)
    buffer.append(literal: "\n")
    return buffer.holds(text.utf8.span)
  }
}

extension JSONPointer {
  func appending(_ component: String) -> JSONPointer { JSONPointer(components + [component]) }
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
  /// A value that libvirt prints in a way that makes the domain unreadable.
  public static let xmlUnescaped = Self(rawValue: "xml.unescaped")
}
