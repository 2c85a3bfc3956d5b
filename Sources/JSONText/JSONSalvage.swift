/// What stands under a key somewhere in a text that cannot be read as a whole.
package struct JSONSalvage: Hashable, Sendable {
  /// The strings that stand behind the key, in their order.
  package var texts: [String] = []
  /// Whether something else stands behind it, too.
  package var hasOthers = false
}

extension JSONReader {
  /// Looks for a key wherever it may stand in what is lost; nothing is consumed.
  ///
  /// Where quotes or brackets are missing nobody can tell what is a key, or whose: rather too much is
  /// found than too little.
  package mutating func salvage(_ name: String) -> JSONSalvage {
    let place = place
    defer { self.place = place }
    var salvage = JSONSalvage()
    var next = 0
    while let byte = byte(at: next) {
      next += 1
      guard byte == UInt8(ascii: "\""), mayBeText(name, from: next) else { continue }
      rewind(to: next - 1)
      guard let key = try? readString(), key == name else { continue }
      skipBlanks()
      guard self.byte(at: position) == UInt8(ascii: ":") else { continue }
      position += 1
      if let text = try? readString() {
        salvage.texts.append(text)
      } else {
        salvage.hasOthers = true
      }
    }
    return salvage
  }

  /// Whether a string ends soon enough to be this name, were each of its letters an escape: a quote in
  /// the middle of a long text is passed over at once.
  private func mayBeText(_ name: String, from start: Int) -> Bool {
    var index = start
    let end = start + 6 * name.utf8.count
    while index <= end, let byte = byte(at: index) {
      if byte == UInt8(ascii: "\"") { return true }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }
}
