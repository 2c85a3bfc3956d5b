import Diagnostics

// Attributes, read as texts, words, truths and numbers.

extension ElementReader {
  /// The attribute's text, empty or not.
  ///
  /// Like libvirt, it looks at the name alone, whatever namespace's prefix is before it.
  mutating func text(_ name: String) -> String? {
    guard let index = element.index(ofAttribute: name) else { return nil }
    readAttributes.insert(index)
    return element.attributes[index].value
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
}

extension XMLElement {
  fileprivate func index(ofAttribute name: String) -> Int? {
    let attributes = attributes.span
    for index in attributes.indices where attributes[index].isCalled(name) { return index }
    return nil
  }
}

extension XMLElement.Attribute {
  /// Whether libvirt finds the attribute by this name, be it behind a prefix.
  fileprivate func isCalled(_ name: String) -> Bool {
    if self.name.utf8.count == name.utf8.count { return self.name == name }
    return isQualified && self.name.hasSuffix(":\(name)") && !self.name.hasPrefix("xmlns:")
  }
}
