import Diagnostics

/// One element while it is read: what was asked for, and so what is left.
///
/// It reads as a given version of libvirt does when a domain is defined, or, without one, as
/// loosely as any version, keeping everything. What happens to parts that were written is taken
/// down as findings; those of inner elements come up with the element's name before their path.
struct ElementReader {
  let element: XMLElement
  /// The version that reads, or nil for a reader that loses nothing.
  let libvirt: LibvirtVersion?
  private var attributesAreRead: [Bool]
  private var childrenAreRead: [Bool]
  private var isLeftWhole = false
  /// The names that several child elements have: those are told apart by numbers in paths.
  private let repeatedNames: Set<String>
  private var contentIsRead = false
  private(set) var findings: [Finding] = []
  private(set) var leftovers: [Leftover] = []

  init(_ element: XMLElement, as libvirt: LibvirtVersion?) {
    self.element = element
    self.libvirt = libvirt
    attributesAreRead = Array(repeating: false, count: element.attributes.count)
    childrenAreRead = Array(repeating: false, count: element.children.count)
    repeatedNames = element.repeatedNames
  }

  // MARK: What the version does

  /// Whether the version takes what libvirt takes since this change; a loose reader does.
  func permits(_ change: LibvirtChange) -> Bool { libvirt.map { $0 >= change.since } ?? true }

  /// Whether the version refuses or changes what libvirt does since this change; a loose reader
  /// does not.
  func enforces(_ change: LibvirtChange) -> Bool { libvirt.map { $0 >= change.since } ?? false }

  /// The text in the element, blanks and all.
  mutating func content() -> String {
    contentIsRead = true
    return element.content
  }

  // MARK: Attributes

  /// The attribute's text, empty or not.
  ///
  /// Like libvirt, it looks at the name alone, whatever namespace's prefix is before it.
  mutating func text(_ name: String) -> String? {
    for (index, attribute) in element.attributes.enumerated()
    where attribute.name == name || Self.isName(attribute.name, behindPrefixOf: name) {
      attributesAreRead[index] = true
      return attribute.value
    }
    return nil
  }

  private static func isName(_ qualified: String, behindPrefixOf name: String) -> Bool {
    // Hardly any name has a prefix.
    qualified.utf8.count > name.utf8.count && qualified.utf8.span.has(UInt8(ascii: ":"))
      && qualified.hasSuffix(":\(name)") && !qualified.hasPrefix("xmlns:")
  }

  /// The attribute's text, where an empty one is as good as none.
  mutating func filled(_ name: String) -> String? {
    guard let text = text(name), !text.isEmpty else { return nil }
    return text
  }

  /// The attribute's text.
  ///
  /// - Throws: `xml.attribute-missing`.
  mutating func required(_ name: String) throws(Diagnostic) -> String {
    guard let text = text(name) else { throw missing(name) }
    return text
  }

  /// One of the words that a type has.
  ///
  /// - Throws: `value.not-allowed`.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    as _: Word.Type = Word.self,
    among words: [Word]? = nil
  ) throws(Diagnostic) -> Word? {
    guard let text = text(name) else { return nil }
    guard let word = Word(rawValue: text), words?.contains(where: { $0.rawValue == text }) ?? true
    else { throw notAllowed(name, text, (words ?? Array(Word.allCases)).map(\.rawValue)) }
    return word
  }

  /// A truth that is written `yes` or `no`.
  mutating func yesNo(_ name: String) throws(Diagnostic) -> Bool? {
    try truth(name, "yes", "no")
  }

  /// A truth that is written `on` or `off`.
  mutating func onOff(_ name: String) throws(Diagnostic) -> Bool? {
    try truth(name, "on", "off")
  }

  private mutating func truth(
    _ name: String,
    _ yes: String,
    _ no: String
  ) throws(Diagnostic) -> Bool? {
    guard let text = text(name) else { return nil }
    guard text == yes || text == no else { throw notAllowed(name, text, [yes, no]) }
    return text == yes
  }

  /// A number without a sign.
  ///
  /// - Throws: `value.out-of-range`.
  mutating func number<Number: UnsignedInteger & FixedWidthInteger>(
    _ name: String,
    _ base: LibvirtNumber.Base = .ten,
    in range: ClosedRange<Number> = 0...Number.max
  ) throws(Diagnostic) -> Number? {
    guard let text = text(name) else { return nil }
    guard let number = LibvirtNumber.unsigned(text, base, as: Number.self), range.contains(number)
    else { throw outOfRange(name, text, "\(range.lowerBound)…\(range.upperBound)") }
    return number
  }

  /// A number with or without a sign.
  ///
  /// - Throws: `value.out-of-range`.
  mutating func signedNumber<Number: SignedInteger & FixedWidthInteger>(
    _ name: String,
    _ base: LibvirtNumber.Base = .ten
  ) throws(Diagnostic) -> Number? {
    guard let text = text(name) else { return nil }
    guard let number = LibvirtNumber.signed(text, base, as: Number.self) else {
      throw outOfRange(name, text, "\(Number.min)…\(Number.max)")
    }
    return number
  }

  /// The value of an attribute that has to be there.
  ///
  /// - Throws: `xml.attribute-missing`.
  func required<Value>(_ value: Value?, _ name: String) throws(Diagnostic) -> Value {
    guard let value else { throw missing(name) }
    return value
  }

  // MARK: Elements

  /// The first child element of this name, read by `body`.
  mutating func child<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let index = element.children.firstIndex(where: { $0.name == name }) else { return nil }
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
    let named = element.children.indices.filter { element.children[$0].name == name }
    guard named.count > 1, let first = named.first else { return try child(name, body) }
    var merged = element.children[first]
    for index in named.dropFirst() {
      let other = element.children[index]
      let added = attributesOfFirst ? [] : other.attributes.filter { merged[$0.name] == nil }
      if added.isEmpty, other.children.isEmpty { continue }
      // What says something else stays for itself where nothing is to be lost.
      if libvirt == nil, added.count < other.attributes.count { continue }
      childrenAreRead[index] = true
      merged = XMLElement(
        name,
        attributes: merged.attributes + added,
        children: merged.children + other.children
      )
    }
    return try read(first, Leftover.Step(name: name, index: 0), instead: merged, body)
  }

  /// The last child element of this name, read by `body`.
  mutating func lastChild<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    let children = element.children
    guard let index = children.lastIndex(where: { $0.name == name }) else { return nil }
    return try read(index, Leftover.Step(name: name, index: count(of: name) - 1), body)
  }

  /// All child elements of this name, each read by `body`.
  mutating func children<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    var count = 0
    for index in element.children.indices where element.children[index].name == name {
      let step = Leftover.Step(name: name, index: count)
      if let value = try read(index, step, body) { values.append(value) }
      count += 1
    }
    return values
  }

  /// How many child elements of this name there are.
  func count(of name: String) -> Int { element.children.count { $0.name == name } }

  private mutating func read<Value>(
    _ index: Int,
    _ step: Leftover.Step,
    instead merged: XMLElement? = nil,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    childrenAreRead[index] = true
    var reader = ElementReader(merged ?? element.children[index], as: libvirt)
    let value: Value?
    do throws(Diagnostic) {
      value = try body(&reader)
    } catch {
      throw placed(error, step)
    }
    if reader.isLeftWhole {
      leftovers.append(Leftover(parent: [], part: .element(reader.element)))
    } else {
      reader.finish()
    }
    findings += reader.findings.map { Finding($0.level, placed($0.diagnostic, step)) }
    leftovers += reader.leftovers.map { $0.inside(step) }
    return value
  }

  private func placed(_ diagnostic: Diagnostic, _ step: Leftover.Step) -> Diagnostic {
    repeatedNames.contains(step.name)
      ? diagnostic.at(step.index + 1).at(step.name) : diagnostic.at(step.name)
  }

  // MARK: What becomes of it

  /// Takes down that libvirt drops an attribute or a child element without a word.
  ///
  /// - Returns: Whether this reader drops it too: one that reads as libvirt does.
  mutating func drops(
    _ part: String,
    _ code: Diagnostic.Code,
    _ problem: String,
    value: String? = nil,
    bound: String? = nil,
    remedy: String? = nil
  ) -> Bool {
    let diagnostic = Diagnostic(code, problem, value: value, bound: bound, remedy: remedy)
    findings.append(Finding(.dropped, diagnostic.at(part)))
    return libvirt != nil
  }

  /// Takes down that libvirt does not read an attribute or a child element here, if it is there.
  ///
  /// It is a leftover then, not an unknown.
  mutating func passes(over part: String, _ code: Diagnostic.Code, _ problem: String) {
    if part.hasPrefix("@") {
      let name = part.dropFirst()
      guard
        let index = element.attributes.indices.first(where: { index in
          element.attributes[index].name == name && !attributesAreRead[index]
        })
      else { return }
      attributesAreRead[index] = true
      leftovers.append(Leftover(parent: [], part: .attribute(element.attributes[index])))
    } else {
      guard
        let index = element.children.indices.first(where: { index in
          element.children[index].name == part && !childrenAreRead[index]
        })
      else { return }
      childrenAreRead[index] = true
      leftovers.append(Leftover(parent: [], part: .element(element.children[index])))
    }
    findings.append(Finding(.dropped, Diagnostic(code, problem).at(part)))
  }

  /// Takes down that libvirt drops the whole element, which is kept as it is.
  mutating func leaveWhole(_ diagnostic: Diagnostic) {
    isLeftWhole = true
    findings.append(Finding(.dropped, diagnostic))
  }

  /// Takes down that libvirt drops an attribute of a child element after it was read.
  mutating func dropsRead(
    _ name: String,
    of child: String,
    _ code: Diagnostic.Code,
    _ problem: String
  ) {
    guard let value = element.first(child)?[name] else { return }
    let step = Leftover.Step(name: child, index: 0)
    leftovers.append(
      Leftover(parent: [step], part: .attribute(XMLElement.Attribute(name: name, value: value)))
    )
    let diagnostic = Diagnostic(code, problem, value: value)
    findings.append(Finding(.dropped, diagnostic.at("@\(name)").at(child)))
  }

  /// Takes down something else about a part.
  mutating func note(_ level: Finding.Level, _ diagnostic: Diagnostic) {
    findings.append(Finding(level, diagnostic))
  }

  /// Reads a part whose fault is no reason not to read the others.
  mutating func attempt<Value>(
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) -> Value? {
    do throws(Diagnostic) {
      return try body(&self)
    } catch {
      findings.append(Finding(.error, error))
      return nil
    }
  }

  /// Ends the reading: what nobody asked for is left over.
  mutating func finish() {
    for (index, attribute) in element.attributes.enumerated() where !attributesAreRead[index] {
      leftovers.append(Leftover(parent: [], part: .attribute(attribute)))
      findings.append(
        Finding(
          .dropped,
          Diagnostic(
            .xmlUnknownAttribute,
            "libvirt does not read attribute '\(attribute.name)' of <\(element.name)>",
            value: attribute.value
          ).at("@\(attribute.name)")
        )
      )
    }
    if childrenAreRead.contains(false) { finishChildren() }
    finishText()
  }

  private mutating func finishChildren() {
    var counts: [String: Int] = [:]
    for (index, child) in element.children.enumerated() {
      let number = counts[child.name, default: 0]
      counts[child.name] = number + 1
      if childrenAreRead[index] { continue }
      leftovers.append(Leftover(parent: [], part: .element(child)))
      let diagnostic =
        number > 0
        ? Diagnostic(
          .xmlRepeatedElement,
          "libvirt reads only the first <\(child.name)> of <\(element.name)>"
        )
        : Diagnostic(
          .xmlUnknownElement,
          "libvirt does not read <\(child.name)> in <\(element.name)>"
        )
      let step = Leftover.Step(name: child.name, index: number)
      findings.append(Finding(.dropped, placed(diagnostic, step)))
    }
  }

  /// Text among elements means nothing to libvirt.
  private mutating func finishText() {
    guard !contentIsRead, !element.text.isEmpty else { return }
    leftovers.append(Leftover(parent: [], part: .text(element.text)))
    findings.append(
      Finding(
        .dropped,
        Diagnostic(
          .xmlUnknownText,
          "libvirt does not read the text in <\(element.name)>",
          value: element.text
        )
      )
    )
  }

  // MARK: Faults

  func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      .xmlAttributeMissing,
      "<\(element.name)> has no attribute '\(name)'",
      remedy: "add it: libvirt refuses the element without"
    ).at("@\(name)")
  }

  func notAllowed(_ name: String, _ text: String, _ words: [String]) -> Diagnostic {
    Diagnostic(
      .valueNotAllowed,
      "'\(Diagnostic.shortened(text))' is no value of '\(name)' in <\(element.name)>",
      value: text,
      bound: words.joined(separator: ", "),
      remedy: nearest(to: text, among: words).map { "did you mean '\($0)'?" }
    ).at("@\(name)")
  }

  func outOfRange(_ name: String, _ text: String, _ bound: String) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "'\(Diagnostic.shortened(text))' is no value of '\(name)' in <\(element.name)>",
      value: text,
      bound: bound
    ).at("@\(name)")
  }
}

extension Diagnostic.Code {
  /// An element without an attribute that libvirt asks for.
  public static let xmlAttributeMissing = Self(rawValue: "xml.attribute-missing")
  /// An attribute that libvirt passes over.
  public static let xmlUnknownAttribute = Self(rawValue: "xml.unknown-attribute")
  /// An element that libvirt passes over.
  public static let xmlUnknownElement = Self(rawValue: "xml.unknown-element")
  /// Text where libvirt looks for none.
  public static let xmlUnknownText = Self(rawValue: "xml.unknown-text")
  /// An element behind another of its name, where libvirt reads one.
  public static let xmlRepeatedElement = Self(rawValue: "xml.repeated-element")
}
