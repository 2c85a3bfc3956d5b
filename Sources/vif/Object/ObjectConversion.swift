import Diagnostics
import JSONText
import VIFModel

/// What is done with each object: which versions are wanted, and what is let through.
struct ObjectConversion {
  /// Versions of objects of a class; the objects inside follow.
  var targets: [String: ObjectVersion] = [:]
  /// Versions of all objects.
  var levels: Levels?
  /// Whether unknown fields are errors.
  var isStrict = false
}

/// An item of input, converted: its primitive and its warnings, or what is wrong with it.
struct ConvertedItem: RunItem {
  let id: String?
  let line: Int
  let primitive: Result<String, Diagnostic>
  let warnings: [Diagnostic]

  var failure: Diagnostic? {
    if case .failure(let error) = primitive { error } else { nil }
  }

  /// The item as a line of JSON.
  var json: String {
    let id = id ?? "null"
    switch primitive {
    case .failure(let error): return "{\"id\":\(id),\"error\":\(error.json())}"
    case .success(let primitive):
      let warnings = warnings.map { $0.json() }.joined(separator: ",")
      return "{\"id\":\(id),\"primitive\":\(primitive),\"warnings\":[\(warnings)]}"
    }
  }
}

extension JSONItemStream {
  /// Reads and converts the next item.
  ///
  /// - Throws: `input.unreadable`.
  mutating func nextConverted(
    _ conversion: ObjectConversion
  ) throws(Diagnostic) -> ConvertedItem? {
    var id: String?
    let item = try next { reader throws(Diagnostic) in
      id = nil
      let request = try ConversionRequest(reading: &reader, id: &id)
      return (request: request, warnings: reader.warnings)
    }
    guard let item else { return nil }
    do throws(Diagnostic) {
      var (request, warnings) = try item.result.get()
      if conversion.isStrict,
        let unknown = warnings.first(where: { $0.code == .objectFieldUnknown })
      {
        throw unknown
      }
      let primitive = try request.converted(conversion, &warnings)
      return ConvertedItem(
        id: id,
        line: item.line,
        primitive: .success(primitive),
        warnings: warnings
      )
    } catch {
      return ConvertedItem(id: id, line: item.line, primitive: .failure(error), warnings: [])
    }
  }
}

/// One item of input: an object, and perhaps the versions that are wanted.
private struct ConversionRequest {
  private var object: OSVIFObject
  private var version: ObjectVersion?
  private var levels: Levels?

  init(reading reader: inout JSONReader, id: inout String?) throws(Diagnostic) {
    guard try reader.isWrapped(by: ["id", "primitive", "target_version", "manifest"]) else {
      object = try OSVIFObject(reading: &reader)
      return
    }
    var object: OSVIFObject?
    var version: ObjectVersion?
    var levels: Levels?
    let start = reader.position
    do throws(Diagnostic) {
      try reader.beginObject()
      while try reader.nextKey() {
        let key = reader.keyText
        try reader.locating(key, from: reader.position) { reader throws(Diagnostic) in
          switch key {
          case "id": id = try reader.readID()
          case "primitive": object = try OSVIFObject(reading: &reader)
          case "target_version":
            if try !reader.readNull() { version = try ObjectVersion(reader.readString()) }
          case "manifest": if try !reader.readNull() { levels = try Levels(reading: &reader) }
          default: try reader.skipValue()
          }
        }
      }
    } catch {
      if id == nil { id = reader.idOfObject(at: start) }
      throw error
    }
    guard let object else {
      throw Diagnostic(
        .keyMissing,
        "the key 'primitive' is missing",
        bound: "an os-vif primitive, or {\"id\", \"primitive\", \"target_version\", \"manifest\"}"
      )
    }
    self.object = object
    self.version = version
    self.levels = levels
  }

  /// An item's own manifest is that of the objects inside; without a version of its own, the object
  /// stays at the one it has, as in os-vif.
  private var wantedVersion: ObjectVersion? {
    version ?? (levels == nil ? nil : object.version)
  }

  func converted(
    _ conversion: ObjectConversion,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> String {
    let levelled = try object.levelled(
      to: wantedVersion ?? conversion.targets[object.className],
      levels: levels ?? conversion.levels,
      warnings: &warnings
    )
    return levelled.json
  }
}
