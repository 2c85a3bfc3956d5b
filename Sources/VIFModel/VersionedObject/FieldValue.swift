package import Diagnostics
package import JSONText

/// The content of a field.
package protocol FieldValue: Hashable, Sendable {
  /// What the field may hold, as os-vif names it.
  static var fieldType: FieldType { get }

  /// Reads the value that comes next; null was dealt with before.
  init(reading reader: inout JSONReader) throws(Diagnostic)

  /// Writes the value.
  func write(to writer: inout JSONWriter)

  /// The same value, with the objects in it brought to older versions.
  func levelled(by levels: Levels, _ warnings: inout [Diagnostic]) throws(Diagnostic) -> Self

  /// Whether it is an object in which something was changed.
  var isChangedObject: Bool { get }
}

extension FieldValue {
  package func levelled(
    by levels: Levels,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    self
  }

  package var isChangedObject: Bool { false }
}

/// What a field may hold, as os-vif's field types have it.
public indirect enum FieldType: Hashable, Sendable {
  /// Text.
  case string
  /// A UUID.
  case uuid
  /// A MAC address.
  case macAddress
  /// A PCI address.
  case pciAddress
  /// A truth.
  case boolean
  /// A whole number.
  case integer
  /// An IP address.
  case ipAddress
  /// An IP network.
  case ipNetwork
  /// One of a set of words; os-vif's name for the set.
  case enumeration(name: String, words: [String])
  /// An object of one of these classes.
  case object(classes: [String])
  /// A list.
  case list(FieldType)
}
