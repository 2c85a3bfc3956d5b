public import Diagnostics

extension DeclaredObject {
  /// The object in an older version of its class.
  ///
  /// Fields that the version does not have are left out. The objects inside are brought to what
  /// `levels` says of their own classes; without levels, to the newest versions that any release
  /// had in which this class had this version.
  ///
  /// - Throws: `level.newer` for a version that is newer than the object's own.
  package func levelled(
    to version: ObjectVersion,
    levels: Levels? = nil,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    guard version <= self.version else {
      throw Diagnostic(
        .levelNewer,
        "\(Self.className) is at version \(self.version) and cannot be brought to \(version)",
        value: "\(version)",
        bound: "\(self.version) or older"
      ).inObject(Self.className, version: "\(self.version)")
    }
    guard version != self.version || levels != nil else { return self }
    return try levelled(
      to: version,
      levels ?? Levels(of: Self.history, at: version),
      keepsObjects: levels?.isManifest == true,
      &warnings
    )
  }

  private func levelled(
    to version: ObjectVersion,
    _ levels: Levels,
    keepsObjects: Bool,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    var object = self
    var leveller = FieldLeveller(
      version: version,
      levels: levels,
      keepsObjects: keepsObjects,
      warnings: warnings
    )
    try object.visitFields(&leveller)
    warnings = leveller.warnings
    object.version = version
    return object
  }

  package func levelled(
    by levels: Levels,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    let wanted = levels.version(of: Self.className, Self.history) ?? version
    return try levelled(to: min(wanted, version), levels, keepsObjects: false, &warnings)
  }
}

/// Leaves out the fields that a version does not have, and levels the objects in the others.
private struct FieldLeveller: FieldVisitor {
  let version: ObjectVersion
  let levels: Levels
  /// Whether objects stay that are newer than the version: real os-vif, given a manifest, asks that
  /// alone what becomes of the objects in the outermost one.
  let keepsObjects: Bool
  var warnings: [Diagnostic]

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) throws(Diagnostic) {
    guard let old = value else { return }
    value = isThere(Value.self, since: minor) ? try levelled(name, old) : nil
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) throws(Diagnostic) {
    guard isThere(Value.self, since: minor) else {
      value = .unset
      return
    }
    if case .value(let old) = value { value = .value(try levelled(name, old)) }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    guard !isThere(Bool.self, since: minor), let old = value else { return }
    value = nil
    guard old != `default` else { return }
    warnings.append(
      Diagnostic(
        .levelDropped,
        "\(name) is \(old), and is left out: version \(version) does not have it, and whoever reads"
          + " it takes the port for another",
        value: "\(old)"
      ).at(JSONPointer(["versioned_object.data", "\(name)"]))
    )
  }

  /// A version before the first is of no release; it keeps what the first has.
  private func isThere<Value: FieldValue>(_ type: Value.Type, since minor: Int) -> Bool {
    if keepsObjects, case .object = Value.fieldType { return true }
    return minor == 0 || version >= ObjectVersion(1, minor)
  }

  private mutating func levelled<Value: FieldValue>(
    _ name: StaticString,
    _ value: Value
  ) throws(Diagnostic) -> Value {
    let levels = levels
    return try warnings.locating("versioned_object.data") { warnings throws(Diagnostic) in
      try warnings.locating("\(name)") { warnings throws(Diagnostic) in
        try value.levelled(by: levels, &warnings)
      }
    }
  }
}

extension Diagnostic.Code {
  /// A target version that is newer than the object's.
  public static let levelNewer = Diagnostic.Code(rawValue: "level.newer")
  /// A field that changes the meaning and that an older version does not have.
  public static let levelDropped = Diagnostic.Code(rawValue: "level.dropped")
}
