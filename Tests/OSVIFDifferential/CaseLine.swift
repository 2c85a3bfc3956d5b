import Diagnostics
import JSONText
import JSONTree
import VIFModel

/// An object with the versions that it is to be brought to, and os-vif's answer:
/// `{"id", "primitive", "target_version"?, "manifest"?, "expected": {"primitive" | "error"}}`.
struct CaseLine {
  /// What os-vif answers.
  enum Answer {
    case primitive(JSONTree)
    /// The name of the exception and its text.
    case error(type: String, message: String)
  }

  var id = ""
  var object: Result<OSVIFObject, Diagnostic> = .failure(CaseLine.absent("primitive"))
  var version: Result<ObjectVersion?, Diagnostic> = .success(nil)
  var manifest: [String: String]?
  var expected: Answer = .error(type: "", message: "")

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var names: Set<String> = []
    try reader.beginObject()
    while try reader.nextKey() {
      let key = reader.keyText
      names.insert(key)
      switch key {
      case "id": id = try reader.readString()
      case "primitive":
        object = try reader.attempt { reader throws(Diagnostic) in
          try OSVIFObject(reading: &reader)
        }
      case "target_version":
        version = try reader.attempt { reader throws(Diagnostic) in
          try reader.readNull() ? nil : ObjectVersion(reader.readString())
        }
      case "manifest": if try !reader.readNull() { manifest = try Self.manifest(&reader) }
      case "expected": expected = try Answer(reading: &reader)
      default: try reader.skipValue()
      }
    }
    for name in ["id", "primitive", "expected"] where !names.contains(name) {
      throw Self.absent(name)
    }
  }

  private static func manifest(_ reader: inout JSONReader) throws(Diagnostic) -> [String: String] {
    var versions: [String: String] = [:]
    try reader.beginObject()
    while try reader.nextKey() { versions[reader.keyText] = try reader.readString() }
    return versions
  }

  private static func absent(_ key: String) -> Diagnostic {
    Diagnostic(Diagnostic.Code(rawValue: "case.absent"), "the line has no '\(key)'")
  }

  /// Whether another version is asked for than the object's own.
  var isLevelled: Bool {
    if case .success(nil) = version { manifest != nil } else { true }
  }

  /// What we make of the line.
  func outcome() throws(Diagnostic) -> OSVIFObject {
    var warnings: [Diagnostic] = []
    return try object.get().levelled(
      to: try version.get(),
      levels: try levels(),
      warnings: &warnings
    )
  }

  private func levels() throws(Diagnostic) -> Levels? {
    guard let manifest else { return nil }
    var versions: [String: ObjectVersion] = [:]
    for (name, text) in manifest { versions[name] = try ObjectVersion(text) }
    return Levels(manifest: versions)
  }
}

extension CaseLine.Answer {
  fileprivate init(reading reader: inout JSONReader) throws(Diagnostic) {
    let answer = try JSONTree(reading: &reader)
    if let primitive = answer["primitive"] {
      self = .primitive(primitive)
    } else {
      let error = answer["error"]
      self = .error(
        type: error?["type"]?.text ?? "",
        message: error?["message"]?.text ?? ""
      )
    }
  }
}

extension JSONReader {
  /// Reads the next value: what cannot be read is a result, too, and is passed over.
  fileprivate mutating func attempt<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Result<Value, Diagnostic> {
    let result = try lookAhead { reader throws(Diagnostic) -> Result<Value, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try read(&reader))
      } catch {
        return .failure(error)
      }
    }
    try skipValue()
    return result
  }
}
