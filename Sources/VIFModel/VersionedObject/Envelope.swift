public import Diagnostics
import JSONText

/// The envelope around every object: `versioned_object.{name,namespace,version,data,changes}`.
struct Envelope {
  /// The only namespace that os-vif's objects have.
  static let namespace = "os_vif"

  var className: String?
  var namespace: String?
  var version: String?
  var changes: Set<String>?

  /// Where the data begins, when they had to wait for name and version.
  var dataPosition: Int?

  /// Whether all that the data depend on has been read.
  var isComplete: Bool { className != nil && namespace != nil && version != nil }
}

extension JSONReader {
  /// Reads an envelope; `body` is called once, with the reader at the data, as soon as class and
  /// version are known.
  ///
  /// It gets a version that is yet to be checked.
  ///
  /// In the order in which os-vif writes the keys, this takes one pass; data that come before
  /// their name are passed over and read at the end.
  mutating func readEnvelope<Object>(
    _ body: (inout JSONReader, String, ObjectVersion) throws(Diagnostic) -> Object
  ) throws(Diagnostic) -> (object: Object, changes: Set<String>) {
    guard try peekKind() == .object else { throw wrongKind("an object (a versioned object)") }
    var envelope = Envelope()
    var object: Object?
    let start = position
    try beginObject()
    while try nextKey() {
      if keyIs("versioned_object.data") {
        guard object == nil, envelope.dataPosition == nil else {
          throw Self.repeated("versioned_object.data").at(offset: position)
        }
        if envelope.isComplete {
          object = try readData(of: envelope, body)
        } else {
          _ = try peekKind()
          envelope.dataPosition = position
          try skipValue()
        }
      } else {
        try readEnvelopeKey(into: &envelope)
      }
    }
    if let dataPosition = envelope.dataPosition {
      let end = position
      rewind(to: dataPosition)
      object = try readData(of: envelope, body)
      rewind(to: end)
    } else {
      try check(envelope, at: start)
    }
    guard let object else { throw Self.missing("versioned_object.data").at(offset: start) }
    return (object, envelope.changes ?? [])
  }

  private mutating func readEnvelopeKey(into envelope: inout Envelope) throws(Diagnostic) {
    if keyIs("versioned_object.name") {
      try readText("versioned_object.name", into: &envelope.className)
    } else if keyIs("versioned_object.namespace") {
      try readText("versioned_object.namespace", into: &envelope.namespace)
    } else if keyIs("versioned_object.version") {
      try readText("versioned_object.version", into: &envelope.version)
    } else if keyIs("versioned_object.changes") {
      try readChanges(into: &envelope.changes)
    } else {
      let name = keyText
      warn(
        Diagnostic(
          .objectFieldUnknown,
          "the key '\(Diagnostic.shortened(name))' is unknown and is passed over",
          value: name
        ).at(name)
      )
      try skipValue()
    }
  }

  private mutating func readText(
    _ name: StaticString,
    into text: inout String?
  ) throws(Diagnostic) {
    guard text == nil else { throw Self.repeated("\(name)").at("\(name)").at(offset: position) }
    text = try locating(name) { reader throws(Diagnostic) in try reader.readString() }
  }

  private mutating func readChanges(into changes: inout Set<String>?) throws(Diagnostic) {
    let name = "versioned_object.changes"
    guard changes == nil else { throw Self.repeated(name).at(name).at(offset: position) }
    changes = try locating(name) { reader throws(Diagnostic) in
      var names: Set<String> = []
      try reader.beginArray()
      while try reader.nextElement() { names.insert(try reader.readString()) }
      return names
    }
  }

  private mutating func readData<Object>(
    of envelope: Envelope,
    _ read: (inout JSONReader, String, ObjectVersion) throws(Diagnostic) -> Object
  ) throws(Diagnostic) -> Object {
    let start = position
    let (className, version) = try check(envelope, at: start)
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      let object = try read(&self, className, version)
      for index in warningsBefore..<warnings.count {
        warnings[index] = warnings[index].at("versioned_object.data")
          .inObject(className, version: "\(version)")
      }
      return object
    } catch {
      // Which class is meant is a matter of the name, not of the data.
      let place =
        switch error.code {
        case .objectClassUnknown where error.path.isRoot,
          .objectClassUnexpected where error.path.isRoot:
          "versioned_object.name"
        case .objectVersionUnsupported where error.path.isRoot: "versioned_object.version"
        default: "versioned_object.data"
        }
      throw error.at(place).inObject(className, version: "\(version)").at(offset: start)
    }
  }

  /// Checks all of the envelope but the data, in the order in which os-vif does.
  @discardableResult
  private func check(
    _ envelope: Envelope,
    at offset: Int
  ) throws(Diagnostic) -> (className: String, version: ObjectVersion) {
    guard let namespace = envelope.namespace else {
      throw Self.missing("versioned_object.namespace").at(offset: offset)
    }
    guard let className = envelope.className else {
      throw Self.missing("versioned_object.name").at(offset: offset)
    }
    guard let versionText = envelope.version else {
      throw Self.missing("versioned_object.version").at(offset: offset)
    }
    guard namespace == Envelope.namespace else {
      throw Diagnostic(
        .objectNamespace,
        "the namespace is '\(Diagnostic.shortened(namespace))'",
        value: namespace,
        bound: Envelope.namespace
      ).at("versioned_object.namespace").at(offset: offset)
    }
    do throws(Diagnostic) {
      return (className, try ObjectVersion(versionText))
    } catch {
      throw error.at("versioned_object.version").inObject(className, version: nil)
        .at(offset: offset)
    }
  }

  private static func missing(_ key: String) -> Diagnostic {
    Diagnostic(
      .objectKeyMissing,
      "the key '\(key)' is missing",
      remedy: "give a whole os-vif primitive, as obj_to_primitive() returns it"
    )
  }
}

extension Diagnostic.Code {
  /// A key that every envelope must have is missing.
  public static let objectKeyMissing = Diagnostic.Code(rawValue: "object.key-missing")
  /// The namespace is not os-vif's.
  public static let objectNamespace = Diagnostic.Code(rawValue: "object.namespace")
  /// The class's name is none of os-vif's.
  public static let objectClassUnknown = Diagnostic.Code(rawValue: "object.class-unknown")
  /// The class is one of os-vif's, but not one that may stand here.
  public static let objectClassUnexpected = Diagnostic.Code(rawValue: "object.class-unexpected")
  /// The version is not of the form MAJOR.MINOR.
  public static let objectVersionMalformed = Diagnostic.Code(rawValue: "object.version-malformed")
  /// The version is newer than the newest known one, or of another major number.
  public static let objectVersionUnsupported = Diagnostic.Code(
    rawValue: "object.version-unsupported"
  )
}
