import Diagnostics
import InterfaceXML
import JSONText

// The settings that shape, tag and filter traffic.

extension Bandwidth {
  enum Key: String, CaseIterable { case inbound, outbound }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var limits: [Key: Limits] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      limits[key] = try Limits(reading: &reader)
    }
    try self.init(inbound: limits[.inbound], outbound: limits[.outbound])
  }
}

extension Bandwidth.Limits {
  enum Key: String, CaseIterable { case average, peak, burst, floor }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var values: [Key: Int64] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      guard key != .floor else {
        throw Diagnostic(
          .bandwidthFloor,
          "only an interface of type 'network' can have a floor, and no VIF becomes one",
          remedy: "leave floor out"
        )
      }
      values[key] = try reader.readInteger()
    }
    guard let average = values[.average] else { throw Diagnostic.missingKey("average") }
    try self.init(average: average, peak: values[.peak], burst: values[.burst])
  }
}

extension VLAN {
  enum Key: String, CaseIterable { case trunk, tags }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var trunk: Bool?
    var tags: [Tag] = []
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .trunk: trunk = try reader.readTruth("yes", "no")
      case .tags:
        tags = try reader.readList { reader throws(Diagnostic) in try Tag(reading: &reader) }
      }
    }
    try self.init(tags: tags, trunk: trunk)
  }
}

extension VLAN.Tag {
  enum Key: String, CaseIterable { case id, nativeMode }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var id: Int64?
    var nativeMode: NativeMode?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .id: id = try reader.readInteger()
      case .nativeMode: nativeMode = try reader.readWord()
      }
    }
    guard let id else { throw Diagnostic.missingKey("id") }
    do throws(Diagnostic) {
      try self.init(id: id, nativeMode: nativeMode)
    } catch {
      throw error.at("id")
    }
  }
}

extension FilterReference {
  enum Key: String, CaseIterable { case filter, parameters }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var filter: String?
    var parameters: [Parameter] = []
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .filter: filter = try reader.readString()
      case .parameters:
        parameters = try reader.readList { reader throws(Diagnostic) in
          try Parameter(reading: &reader)
        }
      }
    }
    guard let filter else { throw Diagnostic.missingKey("filter") }
    try self.init(filter: filter, parameters: parameters)
  }
}

extension FilterReference.Parameter {
  enum Key: String, CaseIterable { case name, value }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var texts: [Key: String] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      texts[key] = try reader.readString()
    }
    guard let name = texts[.name] else { throw Diagnostic.missingKey("name") }
    guard let value = texts[.value] else { throw Diagnostic.missingKey("value") }
    try self.init(name: name, value: value)
  }
}

extension JSONReader {
  /// Reads an array; faults in an element have its index in their path.
  mutating func readList<Element>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    var elements: [Element] = []
    try beginArray()
    while try nextElement() {
      elements.append(try locating(elements.count, read))
    }
    return elements
  }
}

extension Diagnostic.Code {
  /// A guaranteed rate, which only libvirt's own networks give.
  static let bandwidthFloor = Diagnostic.Code(rawValue: "bandwidth.floor")
}
