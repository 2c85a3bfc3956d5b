import Diagnostics

/// A part of a document that no field of ``Interface`` holds: kept as it was, and written back.
///
/// It is what libvirt does not know, or what it does not read on this type of interface.
public struct Leftover: Hashable, Sendable {
  /// The kinds of such parts.
  package enum Part: Hashable, Sendable {
    case attribute(XMLElement.Attribute)
    case element(XMLElement)
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
      case .attribute: part
      case .element(let element): .element(element.withoutLayout)
      }
  }

  /// The name of the attribute or element.
  public var name: String {
    switch part {
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
    return reduce(try XMLDocument(parsing: document).root) { $0.adding($1) }.description + "\n"
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

  /// The element with the part put where it belongs; what is missing on the way is made.
  func adding(_ leftover: Leftover) -> XMLElement {
    adding(leftover.part, along: leftover.parent[...])
  }

  private func adding(_ part: Leftover.Part, along way: ArraySlice<Leftover.Step>) -> XMLElement {
    var attributes = attributes
    var children = children
    if let step = way.first {
      let places = children.indices.filter { children[$0].name == step.name }
      if step.index < places.count {
        let place = places[step.index]
        children[place] = children[place].adding(part, along: way.dropFirst())
      } else {
        children.append(XMLElement(step.name).adding(part, along: way.dropFirst()))
      }
    } else {
      switch part {
      case .attribute(let attribute): attributes.append(attribute)
      case .element(let element): children.append(element)
      }
    }
    return XMLElement(name, attributes: attributes, children: children, content: content)
  }
}
