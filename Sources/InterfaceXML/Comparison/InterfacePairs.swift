import Addresses
import Diagnostics

/// The interfaces of two documents, each beside the one that it is to be compared with.
package struct InterfacePairs {
  /// Two interfaces, or one that has no counterpart.
  package struct Pair {
    /// What tells the pair from the others: the MAC address, the alias, or the number in the list.
    package let name: String
    /// The first document's.
    package let left: XMLElement?
    /// The second document's.
    package let right: XMLElement?
  }

  /// The pairs, in the order of the first document, then what only the second has.
  package let pairs: [Pair]

  /// Pairs interfaces by MAC address, then by alias, then by their place among the rest.
  package init(_ left: [XMLElement], _ right: [XMLElement]) {
    var rest = right
    var matches: [XMLElement?] = left.map { _ in nil }
    for key in [Self.mac, Self.alias] {
      for index in left.indices where matches[index] == nil {
        guard let value = key(left[index]), let match = rest.firstIndex(where: { key($0) == value })
        else { continue }
        matches[index] = rest.remove(at: match)
      }
    }
    for index in left.indices where matches[index] == nil && !rest.isEmpty {
      // One that has an address of its own has no counterpart that has another.
      let areLone = left.count == 1 && right.count == 1
      guard
        let match = rest.firstIndex(where: { candidate in
          areLone || Self.mac(left[index]) == nil || Self.mac(candidate) == nil
        })
      else { continue }
      matches[index] = rest.remove(at: match)
    }
    let both = zip(left, matches).enumerated().map { index, pair in
      Pair(name: Self.name(pair.0, index), left: pair.0, right: pair.1)
    }
    let added = rest.enumerated().map { index, element in
      Pair(name: Self.name(element, left.count + index), left: nil, right: element)
    }
    pairs = both + added
  }

  private static func mac(_ element: XMLElement) -> String? {
    element.first("mac")?["address"].flatMap { MACAddress(asLibvirtReads: $0) }?.description
  }

  private static func alias(_ element: XMLElement) -> String? { element.first("alias")?["name"] }

  private static func name(_ element: XMLElement, _ index: Int) -> String {
    mac(element) ?? alias(element) ?? "\(index + 1)"
  }
}
