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
    var version = version
    if Self.withdrawnVersions.contains(version) {
      reader.warnings.append(
        Diagnostic(
          .objectVersionWithdrawn,
          "version \(version) of \(Self.className) was in os-vif 1.8.0 only: it is read as \(Self.newestVersion)",
          value: "\(version)"
        )
      )
      version = Self.newestVersion
    }
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
}

extension Diagnostic.Code {
  /// A version that a release brought and the next one took back.
  public static let objectVersionWithdrawn = Diagnostic.Code(rawValue: "object.version-withdrawn")
  /// A field that a release brought and the next one took back.
  public static let objectFieldWithdrawn = Diagnostic.Code(rawValue: "object.field-withdrawn")
}
