/// Writes JSON without blanks, one value after the other.
package struct JSONWriter {
  /// What was written.
  package private(set) var text = ""

  private var needsComma = false

  /// Starts with nothing.
  package init() {}

  /// Starts an object.
  package mutating func beginObject() { open("{") }

  /// Ends an object.
  package mutating func endObject() { close("}") }

  /// Starts an array.
  package mutating func beginArray() { open("[") }

  /// Ends an array.
  package mutating func endArray() { close("]") }

  /// Writes a member's key; its value follows.
  package mutating func key(_ name: String) {
    value(quoted(name) + ":")
    needsComma = false
  }

  /// Writes a string.
  package mutating func string(_ string: String) { value(quoted(string)) }

  /// Writes a truth.
  package mutating func boolean(_ truth: Bool) { value(truth ? "true" : "false") }

  /// Writes a number.
  package mutating func integer(_ number: some BinaryInteger) { value(String(number)) }

  /// Writes null.
  package mutating func null() { value("null") }

  /// Writes a value that is JSON already.
  package mutating func value(_ json: String) {
    if needsComma { text += "," }
    text += json
    needsComma = true
  }

  private mutating func open(_ bracket: String) {
    value(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }
}
