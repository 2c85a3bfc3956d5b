import InterfaceXML

/// What two documents have in common when only their layout differs.
enum Canonical {
  /// Attributes by name; children by name, those of one name in their order; no blanks around text.
  static func form(of element: XMLElement) -> XMLElement {
    XMLElement(
      element.name,
      attributes: element.attributes.sorted { $0.name < $1.name },
      // Swift's sort is stable.
      children: element.children.map(form).sorted { $0.name < $1.name },
      content: element.text
    )
  }

  /// The differences between two canonical forms, each with its path.
  static func differences(
    _ old: XMLElement,
    _ new: XMLElement,
    at path: String = ""
  ) -> [Difference] {
    var differences: [Difference] = []
    for name in Set((old.attributes + new.attributes).map(\.name)).sorted()
    where old[name] != new[name] {
      differences.append(Difference("\(path)@\(name)", .attribute(old[name], new[name])))
    }
    if old.text != new.text { differences.append(Difference(path, .text(old.text, new.text))) }
    for name in Set((old.children + new.children).map(\.name)).sorted() {
      let (olds, news) = (old.all(name), new.all(name))
      let childPath = path.isEmpty ? name : "\(path)/\(name)"
      for (left, right) in zip(olds, news) {
        differences += Self.differences(left, right, at: childPath)
      }
      for extra in olds.dropFirst(news.count) {
        differences.append(Difference(childPath, .element(extra, nil)))
      }
      for extra in news.dropFirst(olds.count) {
        differences.append(Difference(childPath, .element(nil, extra)))
      }
    }
    return differences
  }
}

/// A part that is not the same in two documents.
struct Difference: CustomStringConvertible {
  /// What was and what is; nil for what is not there.
  enum Content {
    case attribute(String?, String?)
    case element(XMLElement?, XMLElement?)
    case text(String, String)
  }

  /// Where it is: `vlan/tag@id`.
  let path: String
  let content: Content

  init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  var description: String {
    let (old, new): (String?, String?) =
      switch content {
      case .attribute(let old, let new): (old, new)
      case .element(let old, let new): (old?.description, new?.description)
      case .text(let old, let new): (old, new)
      }
    return "\(path): \(old ?? "nothing") became \(new ?? "nothing")"
  }
}
