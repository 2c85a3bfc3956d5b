/// A pattern of RELAX NG: what may still follow at some point of a document.
indirect enum SchemaPattern: Hashable, Sendable {
  /// Nothing more.
  case empty
  /// No way on: what came before is not in the schema.
  case notAllowed
  /// Any text.
  case text
  /// One word.
  case value(String)
  /// A text of this `<data>`.
  case data(XMLElement)
  /// Words with blanks between them.
  case list(SchemaPattern)
  case attribute(SchemaNames, SchemaPattern)
  case element(SchemaNames, SchemaPattern)
  /// The pattern that is defined under this name.
  case reference(String)
  case choice(SchemaPattern, SchemaPattern)
  case group(SchemaPattern, SchemaPattern)
  case interleave(SchemaPattern, SchemaPattern)
  case oneOrMore(SchemaPattern)
}

/// The names that an element or an attribute may have.
enum SchemaNames: Hashable, Sendable {
  case any
  case only(Set<String>)

  func contains(_ name: String) -> Bool {
    switch self {
    case .any: true
    case .only(let names): names.contains(name)
    }
  }

  /// The names; none when any will do.
  var words: Set<String> {
    switch self {
    case .any: []
    case .only(let names): names
    }
  }
}

extension SchemaPattern {
  /// Either of both, without a branch that leads nowhere.
  static func either(_ left: SchemaPattern, _ right: SchemaPattern) -> SchemaPattern {
    switch (left, right) {
    case (.notAllowed, let other), (let other, .notAllowed): other
    default: left == right ? left : .choice(left, right)
    }
  }

  /// One behind the other.
  static func sequence(_ left: SchemaPattern, _ right: SchemaPattern) -> SchemaPattern {
    switch (left, right) {
    case (.notAllowed, _), (_, .notAllowed): .notAllowed
    case (.empty, let other), (let other, .empty): other
    default: .group(left, right)
    }
  }

  /// Both, in any order and mixed.
  static func mixture(_ left: SchemaPattern, _ right: SchemaPattern) -> SchemaPattern {
    switch (left, right) {
    case (.notAllowed, _), (_, .notAllowed): .notAllowed
    case (.empty, let other), (let other, .empty): other
    default: .interleave(left, right)
    }
  }

  /// A pattern that may be repeated.
  static func repeated(_ pattern: SchemaPattern) -> SchemaPattern {
    switch pattern {
    case .notAllowed, .empty: pattern
    default: .oneOrMore(pattern)
    }
  }
}
