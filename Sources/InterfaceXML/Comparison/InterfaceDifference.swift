public import Diagnostics

/// One thing in which two interfaces differ.
public struct InterfaceDifference: Hashable, Sendable {
  /// Where it is: the last component is `@name` for an attribute.
  public let path: JSONPointer
  /// What the first has there: a value, or an element's text; nil for nothing.
  public let left: String?
  /// What the second has there.
  public let right: String?

  /// Makes a difference.
  public init(path: JSONPointer, left: String?, right: String?) {
    self.path = path
    self.left = left
    self.right = right
  }
}

extension Interface {
  /// In what the other interface differs from this one, in the order of libvirt's output.
  ///
  /// What libvirt adds by itself does not count: see ``essence``.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold.
  public func differences(to other: Interface) throws(Diagnostic) -> [InterfaceDifference] {
    let (left, right) = Self.withoutGenerated(essence, other.essence)
    if left == right { return [] }
    return XMLElement.differences(
      between: try XMLDocument(parsing: left.xml()).root,
      and: try XMLDocument(parsing: right.xml()).root
    )
  }
}

extension XMLElement {
  /// In what two elements differ, whatever the order of attributes and of unlike children.
  package static func differences(
    between left: XMLElement,
    and right: XMLElement
  ) -> [InterfaceDifference] {
    var differences: [InterfaceDifference] = []
    left.collectDifferences(to: right, at: JSONPointer(), in: &differences)
    return differences
  }

  private func collectDifferences(
    to other: XMLElement,
    at path: JSONPointer,
    in differences: inout [InterfaceDifference]
  ) {
    let names = attributes.map(\.name) + other.attributes.map(\.name).filter { self[$0] == nil }
    for name in names where self[name] != other[name] {
      let place = JSONPointer(path.components + ["@\(name)"])
      differences.append(InterfaceDifference(path: place, left: self[name], right: other[name]))
    }
    if text != other.text {
      differences.append(InterfaceDifference(path: path, left: text, right: other.text))
    }
    let right = Dictionary(
      other.childrenByName.map { ($0.name, $0.elements) },
      uniquingKeysWith: { first, _ in first }
    )
    let left = childrenByName
    let known = Set(left.map(\.name))
    for (name, elements) in left {
      Self.collectDifferences(elements, right[name] ?? [], name, path, &differences)
    }
    for (name, elements) in other.childrenByName where !known.contains(name) {
      Self.collectDifferences([], elements, name, path, &differences)
    }
  }

  /// Of several elements of one name, equal ones are no difference wherever they stand.
  private static func collectDifferences(
    _ left: [XMLElement],
    _ right: [XMLElement],
    _ name: String,
    _ path: JSONPointer,
    _ differences: inout [InterfaceDifference]
  ) {
    let isList = left.count > 1 || right.count > 1
    let (lone, rest) = XMLElement.unequal(left, right)
    let pairs = min(lone.count, rest.count)
    func place(_ index: Int) -> JSONPointer {
      JSONPointer(path.components + (isList ? [name, "\(index + 1)"] : [name]))
    }
    for (old, new) in zip(lone, rest) {
      old.element.collectDifferences(to: new.element, at: place(old.index), in: &differences)
    }
    for (index, element) in lone.dropFirst(pairs) {
      differences.append(
        InterfaceDifference(path: place(index), left: element.description, right: nil)
      )
    }
    for (index, element) in rest.dropFirst(pairs) {
      differences.append(
        InterfaceDifference(path: place(index), left: nil, right: element.description)
      )
    }
  }

  /// The elements of two lists that have no equal one in the other, with their places.
  static func unequal(
    _ left: [XMLElement],
    _ right: [XMLElement]
  ) -> (
    left: [(index: Int, element: XMLElement)], right: [(index: Int, element: XMLElement)]
  ) {
    var places: [XMLElement: [Int]] = [:]
    for (index, element) in right.enumerated().reversed() {
      places[element, default: []].append(index)
    }
    var matched: Set<Int> = []
    var lone: [(index: Int, element: XMLElement)] = []
    for (index, element) in left.enumerated() {
      if let match = places[element]?.popLast() {
        matched.insert(match)
      } else {
        lone.append((index, element))
      }
    }
    let rest = right.enumerated().filter { !matched.contains($0.offset) }
    return (lone, rest.map { (index: $0.offset, element: $0.element) })
  }
}
