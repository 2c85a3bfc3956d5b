package import Diagnostics
package import JSONText

extension DeclaredObject {
  /// Reads an object of exactly this class.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let (object, changes) = try reader.readEnvelope {
      reader,
      className,
      version throws(Diagnostic) in
      guard className == Self.className else {
        throw ClassName.unexpected(className, expected: [Self.className])
      }
      return try Self(data: &reader, version: version)
    }
    self = object
    self.changes = changes
  }

  /// Reads the data of an envelope whose class is known to be this one.
  init(data reader: inout JSONReader, version: ObjectVersion) throws(Diagnostic) {
    guard version.isReadable(asOf: Self.newestVersion) else {
      throw Diagnostic(
        .objectVersionUnsupported,
        "version \(version) of \(Self.className) is not supported",
        value: "\(version)",
        bound: "1.0…\(Self.newestVersion)",
        remedy: "have the sender write version \(Self.newestVersion) or older"
      )
    }
    self.init()
    self.version = version
    try reader.readFields(of: &self)
  }

  /// The same object, with these names of changed fields.
  func with(changes: Set<String>) -> Self {
    var object = self
    object.changes = changes
    return object
  }
}
