import Diagnostics
import JSONText

/// The parts of an item of input.
struct ImportItem {
  var record: ImportRecord
  var guest: NovaGuest
  /// The key that the record is under; nil for a bare one.
  var recordKey: String?

  init(
    reading reader: inout JSONReader,
    form: ImportRecord.Form?,
    defaults: NovaGuest,
    id: inout String?
  ) throws(Diagnostic) {
    guard let key = try reader.recordKey() else {
      record = try ImportRecord(reading: &reader, form: form)
      guest = defaults
      return
    }
    var record: ImportRecord?
    var network: NeutronNetwork?
    var guest = defaults
    var seen: Set<String> = []
    try reader.beginObject()
    while try reader.nextKey() {
      let name = reader.keyText
      try reader.locating(name, from: reader.position) { reader throws(Diagnostic) in
        guard seen.insert(name).inserted else { throw JSONReader.repeatedKey(name) }
        switch name {
        case "id": id = try reader.readID()
        case key: record = try ImportRecord(reading: &reader, form: form)
        case "options":
          if try !reader.readNull() { guest = try NovaGuest(reading: &reader, defaults: defaults) }
        case "network" where key == "port":
          if try !reader.readNull() { network = try NeutronNetwork(reading: &reader) }
        default: try reader.skipValue()
        }
      }
    }
    guard var record else { throw Diagnostic.missingKey(key) }
    if case .port(let port, nil) = record { record = .port(port, network) }
    (self.record, self.guest, recordKey) = (record, guest, key)
  }
}

extension JSONReader {
  /// The key that the next object has its record under; nil when it is the record itself.
  fileprivate mutating func recordKey() throws(Diagnostic) -> String? {
    guard try peekKind() == .object else { throw wrongKind("an object (a VIF or a port)") }
    return try lookAhead { reader throws(Diagnostic) in
      try reader.beginObject()
      while try reader.nextKey() {
        if reader.keyIs("vif") { return "vif" }
        if reader.keyIs("port") { return "port" }
        if reader.keyText.hasPrefix("versioned_object.") { return nil }
        try reader.skipValue()
      }
      return nil
    }
  }
}
