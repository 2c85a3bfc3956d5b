import InterfaceXML

/// One thing that two documents differ in: an attribute, or a text, and where it is.
struct Difference: Hashable, CustomStringConvertible {
  /// The way through the elements, and `@` with the attribute's name: `driver@queues`.
  let place: String
  /// nova's value; nil when nova has none.
  let theirs: String?
  /// Our value; nil when we have none.
  let ours: String?

  var description: String { "\(place): \(theirs ?? "absent") -> \(ours ?? "absent")" }

  /// All differences in meaning: neither order, blanks, the case of MAC and UUID nor the form of
  /// a number is one.
  static func between(_ theirs: XMLElement, _ ours: XMLElement) -> [Difference] {
    let (left, right) = (facts(theirs), facts(ours))
    return Set(left.keys).union(right.keys).sorted().compactMap { place in
      left[place] == right[place]
        ? nil : Difference(place: place, theirs: left[place], ours: right[place])
    }
  }

  /// Each attribute and text of a document; an element that stands there several times is numbered.
  private static func facts(_ root: XMLElement) -> [String: String] {
    var facts: [String: String] = [:]
    func collect(_ element: XMLElement, _ place: String) {
      facts[place] = ""
      for attribute in element.attributes {
        facts["\(place)@\(attribute.name)"] = normal(attribute.value, attribute.name)
      }
      if !element.text.isEmpty { facts["\(place)#text"] = element.text }
      var counts: [String: Int] = [:]
      for child in element.children {
        counts[child.name, default: 0] += 1
        let number = counts[child.name, default: 1]
        let name = number == 1 ? child.name : "\(child.name)[\(number)]"
        collect(child, place.isEmpty ? name : "\(place)/\(name)")
      }
    }
    collect(root, "")
    return facts
  }

  private static func normal(_ value: String, _ name: String) -> String {
    switch name {
    case "interfaceid", "instanceid", "address": value.lowercased()
    case "domain", "bus", "slot", "function":
      Int(value.hasPrefix("0x") ? String(value.dropFirst(2)) : value, radix: 16).map(String.init)
        ?? value
    default: value
    }
  }
}
