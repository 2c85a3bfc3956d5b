import Addresses
import Diagnostics
import InterfaceXML
import JSONText

// Elements with one attribute are read from the bare value or, as libvirt nests them, from an
// object: `"boot": 1` is `"boot": {"order": 1}`.

extension JSONReader {
  /// Reads a value that may stand alone, or in an object under its attribute's name.
  mutating func readAttribute<Key: RawRepresentable<String> & CaseIterable & Hashable, Value>(
    _ key: Key,
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    guard try peekKind() == .object else { return try read(&self) }
    var value: Value?
    try readClosedObject(of: Key.self) { reader, _ throws(Diagnostic) in value = try read(&reader) }
    guard let value else { throw Diagnostic.missingKey(key.rawValue) }
    return value
  }

  mutating func readModelChoice() throws(Diagnostic) -> GuestSettings.ModelChoice {
    if try readNull() { return .hypervisor }
    return .named(
      try readAttribute(TypeKey.type) { reader throws(Diagnostic) in
        try Model(reader.readString())
      }
    )
  }

  mutating func readMTUChoice() throws(Diagnostic) -> GuestSettings.MTUChoice {
    try readAttribute(SizeKey.size) { reader throws(Diagnostic) in
      let size = try reader.readInteger()
      return size == 0 ? .none : .size(try MTU(size: size))
    }
  }
}

enum TypeKey: String, CaseIterable { case type }
enum SizeKey: String, CaseIterable { case size }
enum StateKey: String, CaseIterable { case state }
enum OrderKey: String, CaseIterable { case order }
enum NameKey: String, CaseIterable { case name }
enum IndexKey: String, CaseIterable { case index }
enum IsolatedKey: String, CaseIterable { case isolated }
enum SndbufKey: String, CaseIterable { case sndbuf }

extension Link {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self.init(
      state: try reader.readAttribute(StateKey.state) { reader throws(Diagnostic) in
        try reader.readWord()
      }
    )
  }
}

extension Boot {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readAttribute(OrderKey.order) { reader throws(Diagnostic) in
      try Boot(order: reader.readInteger())
    }
  }
}

extension Alias {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readAttribute(NameKey.name) { reader throws(Diagnostic) in
      try Alias(reader.readString())
    }
  }
}

extension ACPI {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readAttribute(IndexKey.index) { reader throws(Diagnostic) in
      try ACPI(index: reader.readInteger())
    }
  }
}

extension Port {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self.init(
      isolated: try reader.readAttribute(IsolatedKey.isolated) { reader throws(Diagnostic) in
        try reader.readTruth("yes", "no")
      }
    )
  }
}

extension Tune {
  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self.init(
      sndbuf: try reader.readAttribute(SndbufKey.sndbuf) { reader throws(Diagnostic) in
        UInt64(try reader.readUInt32())
      }
    )
  }
}
