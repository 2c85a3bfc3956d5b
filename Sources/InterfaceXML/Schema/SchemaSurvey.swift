import Diagnostics

extension SchemaMatcher {
  /// The attributes that a pattern has anywhere, by name, with what each may be.
  func attributes(of pattern: SchemaPattern) -> [String: [SchemaPattern]] {
    var found: [String: [SchemaPattern]] = [:]
    visit(pattern) { part, _ in
      guard case .attribute(let names, let content) = part else { return }
      for name in names.words { found[name, default: []].append(content) }
    }
    return found
  }

  /// The child elements that a pattern has anywhere, by name, with what each may hold.
  func elements(of pattern: SchemaPattern) -> [String: [SchemaPattern]] {
    var found: [String: [SchemaPattern]] = [:]
    visit(pattern) { part, _ in
      guard case .element(let names, let content) = part else { return }
      for name in names.words { found[name, default: []].append(content) }
    }
    return found
  }

  /// What a text may be, in words: `yes, no`.
  func wording(of patterns: [SchemaPattern]) -> String {
    var words: [String] = []
    for pattern in patterns {
      visit(pattern) { part, definition in
        let word: String? =
          switch part {
          case .value(let word): word
          case .data(let type): wording(of: type, definition)
          case .text: "any text"
          default: nil
          }
        if let word, !words.contains(word) { words.append(word) }
      }
    }
    return words.joined(separator: ", ")
  }

  /// A data type in words, or by the name that the schema has for it when its form is too long.
  private func wording(of type: XMLElement, _ definition: String?) -> String {
    let parameters = type.all("param")
    let longest = 48
    if let definition, parameters.contains(where: { $0.text.utf8.count > longest }) {
      return definition
    }
    let words = parameters.map { parameter in
      switch parameter["name"] {
      case "pattern": "of the form \(Diagnostic.shortened(parameter.text))"
      case "minInclusive": "from \(parameter.text)"
      case "maxInclusive": "up to \(parameter.text)"
      case "maxLength": "of at most \(parameter.text) characters"
      case let name: "\(name ?? "") \(parameter.text)"
      }
    }
    return ([type["type"] ?? "text"] + words).joined(separator: " ")
  }

  /// The attributes without which no branch goes on, by name; those of the shortest branch.
  func requiredAttributes(of pattern: SchemaPattern) -> [String] {
    required(of: pattern) { part in
      guard case .attribute(let names, _) = part else { return nil }
      return names.words.min()
    }
  }

  /// The child elements without which no branch goes on, by name; those of the shortest branch.
  func requiredElements(of pattern: SchemaPattern) -> [String] {
    required(of: pattern) { part in
      guard case .element(let names, _) = part else { return nil }
      return names.words.min()
    }
  }

  private func required(
    of pattern: SchemaPattern,
    _ name: (SchemaPattern) -> String?
  ) -> [String] {
    if let name = name(pattern) { return [name] }
    switch pattern {
    case .group(let left, let right), .interleave(let left, let right):
      return required(of: left, name) + required(of: right, name)
    case .choice(let left, let right):
      let (left, right) = (required(of: left, name), required(of: right, name))
      return left.count <= right.count ? left : right
    case .oneOrMore(let part): return required(of: part, name)
    case .reference(let reference): return required(of: definition(reference), name)
    case .empty, .notAllowed, .text, .value, .data, .list, .attribute, .element: return []
    }
  }

  /// Calls back for each part of a pattern that is no combination, with the name of the definition
  /// that it stands in; what is inside attributes and elements is not entered.
  private func visit(
    _ pattern: SchemaPattern,
    in definition: String? = nil,
    _ body: (SchemaPattern, String?) -> Void
  ) {
    switch pattern {
    case .choice(let left, let right), .group(let left, let right),
      .interleave(let left, let right):
      visit(left, in: definition, body)
      visit(right, in: definition, body)
    case .oneOrMore(let part), .list(let part): visit(part, in: definition, body)
    case .reference(let name): visit(self.definition(name), in: name, body)
    case .empty, .notAllowed: break
    case .text, .value, .data, .attribute, .element: body(pattern, definition)
    }
  }
}
