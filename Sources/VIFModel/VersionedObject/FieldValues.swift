package import Addresses
package import Diagnostics
package import JSONText

// One reader per kind of field. What os-vif coerces ("7" for 7, "false" for true) is refused:
// it never writes such values, so they hide a fault of whoever did.

extension String: FieldValue {
  package static var fieldType: FieldType { .string }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readString()
  }

  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: FieldValue {
  package static var fieldType: FieldType { .boolean }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readBoolean()
  }

  package func write(to writer: inout JSONWriter) { writer.boolean(self) }
}

extension Int64: FieldValue {
  package static var fieldType: FieldType { .integer }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readInteger()
  }

  package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension UUID: FieldValue {
  package static var fieldType: FieldType { .uuid }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self =
      if let value = reader.readString(of: 36, { UUID(canonical: $0) }) { value } else {
        // What is wrong with it, or how else it is spelled.
        try UUID(reader.readString())
      }
  }

  package func write(to writer: inout JSONWriter) { writer.string(spelling) }
}

extension MACAddress: FieldValue {
  package static var fieldType: FieldType { .macAddress }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self =
      if let value = reader.readString(of: 17, { MACAddress($0) }) { value } else {
        // What is wrong with it, or how else it is spelled.
        try MACAddress(reader.readString())
      }
  }

  package func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension PCIAddress: FieldValue {
  package static var fieldType: FieldType { .pciAddress }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try PCIAddress(reader.readString())
  }

  package func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension IPAddress: FieldValue {
  package static var fieldType: FieldType { .ipAddress }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self =
      if let value = reader.readShortString({ IPAddress($0) }) { value } else {
        // What is wrong with it, or how else it is spelled.
        try IPAddress(reader.readString())
      }
  }

  package func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension IPNetwork: FieldValue {
  package static var fieldType: FieldType { .ipNetwork }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self =
      if let value = reader.readShortString({ IPNetwork($0) }) { value } else {
        // What is wrong with it, or how else it is spelled.
        try IPNetwork(reader.readString())
      }
  }

  package func write(to writer: inout JSONWriter) { writer.string(description) }
}

extension Array: FieldValue where Element: FieldValue {
  package static var fieldType: FieldType { .list(Element.fieldType) }

  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }

  package func levelled(
    by levels: Levels,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    var elements: Self = []
    for (index, element) in enumerated() {
      elements.append(
        try warnings.locating("\(index)") { warnings throws(Diagnostic) in
          try element.levelled(by: levels, &warnings)
        }
      )
    }
    return elements
  }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    guard try reader.firstElement() else {
      self = []
      return
    }
    // Mostly there is but one, for which an array that grows would be moved.
    self = [try Self.element(0, &reader)]
    while try reader.nextElement() { append(try Self.element(count, &reader)) }
  }

  @inline(__always)
  private static func element(
    _ index: Int,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Element {
    let warningsBefore = reader.warnings.count
    let element: Element
    do throws(Diagnostic) {
      element = try Element(reading: &reader)
    } catch {
      throw error.at(index).at(offset: reader.position)
    }
    for warning in warningsBefore..<reader.warnings.count {
      reader.warnings[warning] = reader.warnings[warning].at("\(index)")
    }
    return element
  }
}

/// A field that holds one of a set of words.
package protocol WordField: FieldValue, RawRepresentable<String>, CaseIterable {
  /// os-vif's name for the set of words.
  static var setName: String { get }
}

extension WordField {
  package static var fieldType: FieldType {
    .enumeration(name: setName, words: allCases.map(\.rawValue))
  }

  package func write(to writer: inout JSONWriter) { writer.string(rawValue) }

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
