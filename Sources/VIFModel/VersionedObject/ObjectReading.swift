package import Diagnostics
package import JSONText

// An object of exactly one class, as the content of an envelope.
extension DeclaredObject {
  package var classified: (object: any DeclaredObject, classIndex: Int) { (self, 0) }

  /// Reads an object of exactly this class.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    self.init()
    let isKnown = reader.readRecurring(Self.frameKind) {
      reader,
      _,
      version,
      changes throws(Diagnostic) in
      if let version { self.version = version }
      self.changes = changes
      let warningsBefore = reader.warnings.count
      try reader.readFields(of: &self)
      if reader.warnings.count > warningsBefore {
        let range = warningsBefore..<reader.warnings.count
        reader.locate(range, in: Self.className, self.version)
      }
      return true
    }
    if !isKnown { self = try reader.readEnvelope() }
  }

  package mutating func replaceChanges(by names: ChangedFields) { changes = names }

  @inline(__always)
  package static func content(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self {
    guard reader.token(className, is: Self.className) else {
      throw ClassName.unexpected(reader.text(of: className), expected: [Self.className])
    }
    return try Self(data: &reader, version: version, changes: changes)
  }

  @inline(__always)
  package static func expectedContent(
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    try Self(data: &reader, version: nil, changes: changes)
  }

  @inline(__always)
  package mutating func accept(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) -> Bool {
    reader.token(className, is: Self.className) && accept(version)
  }

  /// Gives an object that was read without it the version that it came with; false for a version
  /// that it cannot have, or not without remark.
  @inline(__always)
  mutating func accept(_ version: ObjectVersion) -> Bool {
    // Equal, it may be spelled in another way.
    if version == self.version {
      self.version = version
      return true
    }
    guard !Self.withdrawnVersions.contains(version), version.isReadable(asOf: Self.newestVersion)
    else { return false }
    self.version = version
    return true
  }

  /// Reads the data of an envelope whose class is known to be this one.
  ///
  /// - Parameter version: The version that it came with; nil for the newest.
  init(
    data reader: inout JSONReader,
    version: ObjectVersion?,
    changes: ChangedFields
  ) throws(Diagnostic) {
    guard var version else {
      self.init()
      self.changes = changes
      try reader.readFields(of: &self)
      return
    }
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
    self.changes = changes
    try reader.readFields(of: &self)
  }
}

extension Diagnostic.Code {
  /// A version that a release brought and the next one took back.
  public static let objectVersionWithdrawn = Diagnostic.Code(rawValue: "object.version-withdrawn")
  /// A field that a release brought and the next one took back.
  public static let objectFieldWithdrawn = Diagnostic.Code(rawValue: "object.field-withdrawn")
}
