public import Diagnostics

/// What is wrong with a document that a schema does not take: which attribute, which element, which
/// value, and what there could be instead.
///
/// Where a part is wrong, it is told of and taken for right, so that the rest can be looked at.
struct SchemaExplanation {
  private let matcher: SchemaMatcher

  /// More than this many findings are of no use to anyone.
  private static let limit = 20

  init(_ grammar: SchemaGrammar) { matcher = SchemaMatcher(grammar, SchemaValues()) }

  /// The findings in an element whose content has to be that of a definition.
  func findings(in element: XMLElement, as definitions: [String]) -> [Diagnostic] {
    let candidates = definitions.flatMap { definition in
      matcher.elements(of: matcher.definition(definition))[element.name] ?? []
    }
    guard !candidates.isEmpty else {
      return [unknown("element", element.name, among: definitions, code: .schemaElement)]
    }
    return Array(findings(in: element, anyOf: candidates).prefix(Self.limit))
  }

  /// The findings beside that of these which the element's attributes choose.
  private func findings(in element: XMLElement, anyOf contents: [SchemaPattern]) -> [Diagnostic] {
    findings(in: element, contents.reduce(.notAllowed, SchemaPattern.either))
  }

  private func findings(in element: XMLElement, _ content: SchemaPattern) -> [Diagnostic] {
    var work = Work(rest: content, content: content)
    // What an element is of decides what else it may have, wherever it is written.
    let attributes =
      element.attributes.filter { $0.name == "type" }
      + element.attributes.filter { $0.name != "type" }
    for attribute in attributes { take(attribute, of: element, &work) }
    closeAttributes(of: element, &work)
    for index in element.children.indices where work.findings.count < Self.limit {
      take(index, of: element, &work)
    }
    finish(element, &work)
    return work.findings
  }

  /// What is left of an element's pattern, and what has been found.
  private struct Work {
    var rest: SchemaPattern
    /// The whole pattern, but for what the type has ruled out.
    var content: SchemaPattern
    var findings: [Diagnostic] = []
    /// Whether it is not known what the element is, and so what it needs.
    var isTypeWrong = false
  }

  private func take(
    _ attribute: XMLElement.Attribute,
    of element: XMLElement,
    _ work: inout Work
  ) {
    guard work.findings.count < Self.limit else { return }
    let next = matcher.pattern(work.rest, after: attribute)
    guard case .notAllowed = next else {
      work.rest = next
      return
    }
    let known = matcher.attributes(of: work.rest)
    guard let values = known[attribute.name] else {
      let isElsewhere = matcher.attributes(of: work.content)[attribute.name] != nil
      work.findings.append(
        isElsewhere
          ? misplaced("attribute \(attribute.name)", in: element, work.content) { pattern in
            matcher.attributes(of: pattern)[attribute.name] != nil
          }.at(attribute.name)
          : unknown("attribute", attribute.name, among: Array(known.keys), code: .schemaAttribute)
            .at(attribute.name)
      )
      return
    }
    work.findings.append(
      wrong("\(attribute.name)='\(Diagnostic.shortened(attribute.value))'", attribute.value, values)
        .at(attribute.name)
    )
    if attribute.name == "type" { work.isTypeWrong = true }
    work.rest = going(on: matcher.pattern(work.rest, after: attribute, .name), or: work.rest)
  }

  private func closeAttributes(of element: XMLElement, _ work: inout Work) {
    let closed = matcher.patternWithoutAttributes(work.rest)
    guard case .notAllowed = closed else {
      work.rest = closed
      return
    }
    if !work.isTypeWrong {
      let missing = matcher.requiredAttributes(of: work.rest)
      work.findings += missing.map { self.missing("attribute \($0)", in: element) }
    }
    work.rest = matcher.patternWithoutAttributes(work.rest, .name)
  }

  private func take(_ index: Int, of element: XMLElement, _ work: inout Work) {
    let child = element.children[index]
    let next = matcher.pattern(work.rest, after: child)
    guard case .notAllowed = next else {
      work.rest = next
      return
    }
    let step = Self.step(to: index, of: element)
    let known = matcher.elements(of: work.rest)
    guard let candidates = known[child.name] else {
      let isTwin = element.children[..<index].contains { $0.name == child.name }
      let isElsewhere = matcher.elements(of: work.content)[child.name] != nil
      let finding =
        switch (isElsewhere, isTwin) {
        case (true, true): surplus(child.name, in: element)
        case (true, false):
          misplaced("<\(child.name)>", in: element, work.content) { pattern in
            matcher.elements(of: pattern)[child.name] != nil
          }
        case (false, _):
          unknown("element", child.name, among: Array(known.keys), code: .schemaElement)
        }
      work.findings.append(finding.below(step))
      return
    }
    let inside = findings(in: child, anyOf: candidates)
    work.findings +=
      inside.isEmpty
      ? [misplaced("<\(child.name)>", in: element, work.content) { _ in false }.below(step)]
      : inside.map { $0.below(step) }
    work.rest = going(on: matcher.pattern(work.rest, after: child, .name), or: work.rest)
  }

  private func finish(_ element: XMLElement, _ work: inout Work) {
    guard work.findings.count < Self.limit else { return }
    if element.children.isEmpty, matcher.accepts(element.content, work.rest) { return }
    let missing = matcher.requiredElements(of: work.rest)
    if !missing.isEmpty {
      work.findings += missing.map { self.missing("<\($0)>", in: element) }
    } else if !element.text.isEmpty || element.children.isEmpty, work.findings.isEmpty {
      let text = Diagnostic.shortened(element.text)
      work.findings.append(wrong("the text '\(text)'", element.text, [work.rest]))
    }
  }

  /// The pattern behind a fault; the one before it if nothing is left.
  private func going(on pattern: SchemaPattern, or old: SchemaPattern) -> SchemaPattern {
    if case .notAllowed = pattern { old } else { pattern }
  }

  /// A child's name, and its number among those of that name if there are several.
  private static func step(to index: Int, of element: XMLElement) -> [String] {
    let name = element.children[index].name
    let twins = element.children.indices.filter { element.children[$0].name == name }
    guard twins.count > 1, let number = twins.firstIndex(of: index) else { return [name] }
    return [name, "\(number + 1)"]
  }
}

extension SchemaExplanation {
  private func unknown(
    _ kind: String,
    _ name: String,
    among names: [String],
    code: Diagnostic.Code
  ) -> Diagnostic {
    // Any two short words are near.
    let near = name.count > 3 ? nearest(to: name, among: names.sorted()) : nil
    let guess = near.map { ": did you mean \($0)?" } ?? ""
    return Diagnostic(
      code,
      "the schema has no \(kind) \(Diagnostic.shortened(name)) here\(guess)",
      value: name,
      bound: names.isEmpty ? "none" : names.sorted().joined(separator: ", ")
    )
  }

  private func wrong(_ what: String, _ value: String, _ patterns: [SchemaPattern]) -> Diagnostic {
    let bound = matcher.wording(of: patterns)
    return Diagnostic(
      .schemaValue,
      "the schema does not take \(what)",
      value: value,
      bound: bound.isEmpty ? nil : bound
    )
  }

  private func missing(_ what: String, in element: XMLElement) -> Diagnostic {
    Diagnostic(.schemaRequired, "<\(element.name)> lacks \(what), which the schema requires")
  }

  private func surplus(_ name: String, in element: XMLElement) -> Diagnostic {
    Diagnostic(.schemaCombination, "<\(element.name)> has more than one <\(name)>")
  }

  /// Something that the schema has here, but not together with what else there is.
  private func misplaced(
    _ what: String,
    in element: XMLElement,
    _ content: SchemaPattern,
    isPart: (SchemaPattern) -> Bool
  ) -> Diagnostic {
    let types = typesOf(content).filter { type in
      isPart(matcher.pattern(content, after: XMLElement.Attribute(name: "type", value: type)))
    }
    let own = element["type"].map { " type='\(Diagnostic.shortened($0))'" } ?? ""
    return Diagnostic(
      .schemaCombination,
      "the schema has \(what) in <\(element.name)>, but not in this <\(element.name)\(own)>",
      value: types.isEmpty ? nil : element["type"],
      bound: types.isEmpty ? nil : "type " + types.joined(separator: ", ")
    )
  }

  /// The words that the attribute `type` may be, where words are all that it may be.
  private func typesOf(_ content: SchemaPattern) -> [String] {
    var words: [String] = []
    for pattern in matcher.attributes(of: content)["type"] ?? [] {
      for word in matcher.wording(of: [pattern]).split(separator: ", ").map(String.init)
      where !words.contains(word) { words.append(word) }
    }
    return words
  }
}

extension Diagnostic {
  fileprivate func below(_ step: [String]) -> Diagnostic {
    at(JSONPointer(step + path.components))
  }
}

extension Diagnostic.Code {
  /// An attribute that libvirt's schema does not have in this element.
  public static let schemaAttribute = Self(rawValue: "schema.attribute")
  /// An element that libvirt's schema does not have here.
  public static let schemaElement = Self(rawValue: "schema.element")
  /// A value that libvirt's schema does not take.
  public static let schemaValue = Self(rawValue: "schema.value")
  /// Something missing that libvirt's schema requires.
  public static let schemaRequired = Self(rawValue: "schema.required")
  /// Something that libvirt's schema has, but not beside the rest.
  public static let schemaCombination = Self(rawValue: "schema.combination")
}
