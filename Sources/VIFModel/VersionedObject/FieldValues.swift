package import Addresses
package import Diagnostics
package import JSONText

// One reader per kind of field. What os-vif coerces ("7" for 7, "false" for true) is refused:
// it never writes such values, so they hide a fault of whoever did.

extension String: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readString()
  }
}

extension Bool: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readBoolean()
  }
}

extension Int64: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readInteger()
  }
}

extension UUID: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try UUID(reader.readString())
  }
}

extension MACAddress: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try MACAddress(reader.readString())
  }
}

extension PCIAddress: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try PCIAddress(reader.readString())
  }
}

extension IPAddress: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try IPAddress(reader.readString())
  }
}

extension IPNetwork: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try IPNetwork(reader.readString())
  }
}

extension Array: FieldValue where Element: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = []
    try reader.beginArray()
    while try reader.nextElement() {
      let warningsBefore = reader.warnings.count
      do {
        append(try Element(reading: &reader))
      } catch {
        throw error.at(count)
      }
      for index in warningsBefore..<reader.warnings.count {
        reader.warnings[index] = reader.warnings[index].at(count - 1)
      }
    }
  }
}

/// A field that holds one of a set of words.
package protocol WordField: FieldValue, RawRepresentable<String>, CaseIterable {}

extension WordField {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let word = try reader.readString()
    guard let value = Self(rawValue: word) else {
      let words = Self.allCases.map(\.rawValue)
      throw Diagnostic(
        .valueNotAllowed,
        "'\(Diagnostic.shortened(word))' is none of the words that the field has",
        value: word,
        bound: words.joined(separator: ", "),
        remedy: nearest(to: word, among: words).map { "did you mean '\($0)'?" }
      )
    }
    self = value
  }
}
