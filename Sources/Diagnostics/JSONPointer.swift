/// A place in a JSON document, written as RFC 6901 has it: `/guest/driver/queues`.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The names and indices on the way from the top, unescaped.
  public private(set) var components: [String]

  /// Makes a pointer; without components it is the whole document.
  public init(_ components: [String] = []) { self.components = components }

  /// Whether this is the whole document.
  public var isRoot: Bool { components.isEmpty }

  /// The same place, seen from one level further up.
  public func prefixed(by component: String) -> JSONPointer {
    JSONPointer([component] + components)
  }

  /// The pointer's text: empty for the whole document, else each component behind a `/`.
  public var description: String {
    components.reduce(into: "") { text, component in
      text += "/"
      for character in component {
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.append(character)
        }
      }
    }
  }
}
