import Diagnostics

extension Interface {
  /// What follows from the interface beyond its definition: what QEMU or the start would refuse, or
  /// what has no effect.
  var consequences: [Finding] {
    let rulings = rulings
    guard !rulings.isEmpty, let text = try? document(.exact),
      let root = try? XMLDocument(parsing: text).root
    else { return [] }
    return rulings.map { Finding(.note, $0.at(root.place($0.path))) }
  }
}

extension XMLElement {
  /// The place in the document that a rule means by a path of field names.
  fileprivate func place(_ path: JSONPointer) -> JSONPointer {
    switch path.components {
    case ["virtualport", "mode"]: return JSONPointer(["source", "@mode"])
    case ["virtualport", "manager_id"]:
      return JSONPointer(["virtualport", "parameters", "@managerid"])
    case ["virtualport", "instance_id"]:
      return JSONPointer(["virtualport", "parameters", "@instanceid"])
    default: break
    }
    var place: [String] = []
    var element: XMLElement? = self
    for component in path.components {
      if let child = element?.first(component) {
        place.append(component)
        element = child
      } else {
        place.append(element?[component] == nil ? component : "@\(component)")
        element = nil
      }
    }
    return JSONPointer(place)
  }
}
