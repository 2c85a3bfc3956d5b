import Diagnostics

// Child elements, each read by a reader of its own.

extension ElementReader {
  /// The first child element of this name, read by `body`.
  mutating func child<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let index = index(of: name) else { return nil }
    return try read(index, Leftover.Step(name: name, index: 0), body)
  }

  /// The child element of this name, put together of all that have the name.
  ///
  /// It is how libvirt reads what it asks for by XPath: each attribute where it first stands, and
  /// the elements inside of all. Of some it takes the attributes of the first alone.
  mutating func mergedChild<Value>(
    _ name: String,
    attributesOfFirst: Bool = false,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let first = index(of: name) else { return nil }
    let step = Leftover.Step(name: name, index: 0)
    guard index(of: name, behind: first) != nil else { return try read(first, step, body) }
    let merged = merged(name, first, attributesOfFirst: attributesOfFirst)
    return try read(first, step, instead: merged, body)
  }

  private mutating func merged(
    _ name: String,
    _ first: Int,
    attributesOfFirst: Bool
  ) -> XMLElement {
    var merged = element.children[first]
    for index in (first + 1)..<element.children.count where element.children[index].name == name {
      let other = element.children[index]
      let added = attributesOfFirst ? [] : other.attributes.filter { merged[$0.name] == nil }
      if added.isEmpty, other.children.isEmpty { continue }
      // What says something else stays for itself where nothing is to be lost.
      if libvirt == nil, added.count < other.attributes.count { continue }
      readChildren.insert(index)
      merged = XMLElement(
        name,
        attributes: merged.attributes + added,
        children: merged.children + other.children
      )
    }
    return merged
  }

  /// The last child element of this name, read by `body`.
  mutating func lastChild<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let index = element.children.lastIndex(where: { $0.name == name }) else { return nil }
    return try read(index, Leftover.Step(name: name, index: count(of: name) - 1), body)
  }

  /// All child elements of this name, each read by `body`.
  mutating func children<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    var next = index(of: name)
    var step = Leftover.Step(name: name, index: 0)
    while let index = next {
      if let value = try read(index, step, body) { values.append(value) }
      step = Leftover.Step(name: name, index: step.index + 1)
      next = self.index(of: name, behind: index)
    }
    return values
  }

  /// How many child elements of this name there are.
  func count(of name: String) -> Int { element.children.count { $0.name == name } }

  private func index(of name: String, behind start: Int = -1) -> Int? {
    if !mayHave(name) { return nil }
    // To compare lengths first is quicker, and hardly two names have the same.
    let (length, children) = (name.utf8.count, element.children.span)
    for index in (start + 1)..<children.count
    where children[index].name.utf8.count == length && children[index].name == name {
      return index
    }
    return nil
  }

  private mutating func read<Value>(
    _ index: Int,
    _ step: Leftover.Step,
    instead merged: XMLElement? = nil,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    readChildren.insert(index)
    var reader = ElementReader(merged ?? element.children[index], as: libvirt)
    let value: Value?
    do throws(Diagnostic) {
      value = try body(&reader)
    } catch {
      throw placed(error, step)
    }
    take(&reader, step)
    return value
  }

  /// Takes over what the reader of a child element has found.
  private mutating func take(_ reader: inout ElementReader, _ step: Leftover.Step) {
    if reader.isLeftWhole {
      leftovers.append(Leftover(parent: [], part: .element(reader.element)))
    } else {
      reader.finish()
    }
    for finding in reader.findings {
      findings.append(Finding(finding.level, placed(finding.diagnostic, step)))
    }
    for leftover in reader.leftovers { leftovers.append(leftover.inside(step)) }
  }
}
