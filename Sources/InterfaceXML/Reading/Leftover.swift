import Diagnostics

/// A part of a document that no field of ``Interface`` holds: kept as it was, and written back.
///
/// It is what libvirt does not know, or what it does not read on this type of interface.
public struct Leftover: Hashable, Sendable {
  /// The kinds of such parts.
  package enum Part: Hashable, Sendable {
    case attribute(XMLElement.Attribute)
    case element(XMLElement)
    case text(String)
  }

  /// One step on the way to an element: the name, and which of several it is, from 0.
  package struct Step: Hashable, Sendable {
    package let name: String
    package let index: Int
  }

  /// The way from `<interface>` to the element that the part stands in.
  package let parent: [Step]
  package let part: Part

  package init(parent: [Step], part: Part) {
    self.parent = parent
    self.part =
      switch part {
      case .attribute, .text: part
      case .element(let element): .element(element.withoutLayout)
      }
  }

  /// The name of the attribute or element; text has none.
  public var name: String {
    switch part {
    case .text: "text()"
    case .attribute(let attribute): "@\(attribute.name)"
    case .element(let element): element.name
    }
  }

  /// The part seen from one level further up.
  func inside(_ step: Step) -> Leftover { Leftover(parent: [step] + parent, part: part) }
}

extension [Leftover] {
  /// The document with the parts in it.
  func written(into document: String) throws(Diagnostic) -> String {
    if isEmpty { return document }
    return try XMLDocument(parsing: document).root.adding(self).description + "\n"
  }
}

extension XMLElement {
  /// The element without the blanks that are there for its looks.
  fileprivate var withoutLayout: XMLElement {
    XMLElement(
      name,
      attributes: attributes,
      children: children.map(\.withoutLayout),
      content: children.isEmpty && !text.isEmpty ? content : text
    )
  }

  /// The element with the parts put where they belong; what is missing on the way is made.
  func adding(_ leftovers: some Sequence<Leftover>) -> XMLElement {
    var attributes = attributes
    var added: [XMLElement] = []
    var content = content
    var inner: [Leftover.Step: [Leftover]] = [:]
    for leftover in leftovers {
      if let step = leftover.parent.first {
        let rest = Leftover(parent: Array(leftover.parent.dropFirst()), part: leftover.part)
        inner[step, default: []].append(rest)
        continue
      }
      switch leftover.part {
      case .attribute(let attribute): attributes.append(attribute)
      case .element(let element): added.append(element)
      case .text(let text): content += text
      }
    }
    return XMLElement(
      name,
      attributes: attributes,
      children: children(adding: inner) + added,
      content: content
    )
  }

  private func children(adding inner: [Leftover.Step: [Leftover]]) -> [XMLElement] {
    if inner.isEmpty { return children }
    var inner = inner
    var counts: [String: Int] = [:]
    var children = children.map { child in
      let step = Leftover.Step(name: child.name, index: counts[child.name, default: 0])
      counts[child.name] = step.index + 1
      return inner.removeValue(forKey: step).map { child.adding($0) } ?? child
    }
    let missing = inner.sorted { ($0.key.name, $0.key.index) < ($1.key.name, $1.key.index) }
    children += missing.map { XMLElement($0.key.name).adding($0.value) }
    return children
  }
}
