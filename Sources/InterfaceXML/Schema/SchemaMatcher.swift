/// Follows a document through a schema's patterns, by Clark's derivatives: what a pattern leaves to
/// come after an attribute or a child.
struct SchemaMatcher {
  private let grammar: SchemaGrammar
  private let values: SchemaValues

  init(_ grammar: SchemaGrammar, _ values: SchemaValues) {
    self.grammar = grammar
    self.values = values
  }

  /// Which part of a document is looked at.
  enum Strictness {
    /// The name, and all that is inside.
    case whole
    /// The name only: what is inside has been told of.
    case name
  }

  func definition(_ name: String) -> SchemaPattern { grammar[name] }

  /// What is left after an attribute.
  func pattern(
    _ pattern: SchemaPattern,
    after attribute: XMLElement.Attribute,
    _ strictness: Strictness = .whole
  ) -> SchemaPattern {
    let next = { (part: SchemaPattern) in self.pattern(part, after: attribute, strictness) }
    switch pattern {
    case .attribute(let names, let content):
      let isMatch =
        names.contains(attribute.name)
        && (strictness == .name || accepts(attribute.value, content))
      return isMatch ? .empty : .notAllowed
    case .choice(let left, let right): return .either(next(left), next(right))
    case .group(let left, let right):
      return .either(.sequence(next(left), right), .sequence(left, next(right)))
    case .interleave(let left, let right):
      return .either(.mixture(next(left), right), .mixture(left, next(right)))
    case .oneOrMore(let part): return .sequence(next(part), .either(pattern, .empty))
    case .reference(let name): return next(grammar[name])
    case .empty, .notAllowed, .text, .value, .data, .list, .element: return .notAllowed
    }
  }

  /// What is left when no further attribute comes: no branch that needs one.
  func patternWithoutAttributes(
    _ pattern: SchemaPattern,
    _ strictness: Strictness = .whole
  ) -> SchemaPattern {
    let next = { (part: SchemaPattern) in patternWithoutAttributes(part, strictness) }
    switch pattern {
    case .attribute: return strictness == .whole ? .notAllowed : .empty
    case .choice(let left, let right): return .either(next(left), next(right))
    case .group(let left, let right): return .sequence(next(left), next(right))
    case .interleave(let left, let right): return .mixture(next(left), next(right))
    case .oneOrMore(let part): return .repeated(next(part))
    case .reference(let name): return next(grammar[name])
    case .empty, .notAllowed, .text, .value, .data, .list, .element: return pattern
    }
  }

  /// What is left after a child element.
  func pattern(
    _ pattern: SchemaPattern,
    after child: XMLElement,
    _ strictness: Strictness = .whole
  ) -> SchemaPattern {
    let next = { (part: SchemaPattern) in self.pattern(part, after: child, strictness) }
    switch pattern {
    case .element(let names, let content):
      let isMatch =
        names.contains(child.name) && (strictness == .name || accepts(child, content))
      return isMatch ? .empty : .notAllowed
    case .choice(let left, let right): return .either(next(left), next(right))
    case .group(let left, let right):
      let first = SchemaPattern.sequence(next(left), right)
      return isNullable(left) ? .either(first, next(right)) : first
    case .interleave(let left, let right):
      return .either(.mixture(next(left), right), .mixture(left, next(right)))
    case .oneOrMore(let part): return .sequence(next(part), .either(pattern, .empty))
    case .reference(let name): return next(grammar[name])
    case .empty, .notAllowed, .text, .value, .data, .list, .attribute: return .notAllowed
    }
  }

  /// What is left after a text.
  func pattern(_ pattern: SchemaPattern, after text: String) -> SchemaPattern {
    let next = { (part: SchemaPattern) in self.pattern(part, after: text) }
    switch pattern {
    case .text: return .text
    case .value(let word): return words(text) == words(word) ? .empty : .notAllowed
    case .data(let type): return values.accepts(text, type) ? .empty : .notAllowed
    case .list(let content):
      let rest = words(text).reduce(content) { self.pattern($0, after: String($1)) }
      return isNullable(rest) ? .empty : .notAllowed
    case .choice(let left, let right): return .either(next(left), next(right))
    case .group(let left, let right):
      let first = SchemaPattern.sequence(next(left), right)
      return isNullable(left) ? .either(first, next(right)) : first
    case .interleave(let left, let right):
      return .either(.mixture(next(left), right), .mixture(left, next(right)))
    case .oneOrMore(let part): return .sequence(next(part), .either(pattern, .empty))
    case .reference(let name): return next(grammar[name])
    case .empty, .notAllowed, .attribute, .element: return .notAllowed
    }
  }

  /// Whether nothing more need come.
  func isNullable(_ pattern: SchemaPattern) -> Bool {
    switch pattern {
    case .empty, .text: true
    case .choice(let left, let right): isNullable(left) || isNullable(right)
    case .group(let left, let right), .interleave(let left, let right):
      isNullable(left) && isNullable(right)
    case .oneOrMore(let part): isNullable(part)
    case .reference(let name): isNullable(grammar[name])
    case .notAllowed, .value, .data, .list, .attribute, .element: false
    }
  }

  /// Whether a text is one of these.
  func accepts(_ text: String, _ content: SchemaPattern) -> Bool {
    isNullable(pattern(content, after: text)) || (words(text).isEmpty && isNullable(content))
  }

  /// Whether an element's attributes and children are these.
  private func accepts(_ element: XMLElement, _ content: SchemaPattern) -> Bool {
    var rest = element.attributes.reduce(content) { pattern($0, after: $1) }
    rest = element.children.reduce(patternWithoutAttributes(rest)) { pattern($0, after: $1) }
    if element.children.isEmpty { return accepts(element.content, rest) }
    return isNullable(element.text.isEmpty ? rest : pattern(rest, after: element.text))
  }

  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
