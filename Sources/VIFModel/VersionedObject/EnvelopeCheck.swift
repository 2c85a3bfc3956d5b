import Diagnostics
import JSONText

/// What an envelope says of its data.
extension JSONReader {
  /// Reads the data of an envelope that was read before them.
  @inline(__always)
  mutating func readData<Object: EnvelopeContent>(
    of envelope: Envelope
  ) throws(Diagnostic) -> Object {
    let start = position
    let (className, version) = try check(envelope, at: start)
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      let object = try Object.content(
        className,
        version,
        envelope.changes ?? ChangedFields(),
        &self
      )
      if warnings.count > warningsBefore {
        locate(warningsBefore..<warnings.count, in: text(of: className), version)
      }
      return object
    } catch {
      throw located(error, in: className, version).at(offset: start)
    }
  }

  /// Tells warnings of the object that they are about.
  mutating func locate(
    _ range: Range<Int>,
    in className: String,
    _ version: ObjectVersion
  ) {
    for index in range {
      warnings[index] = warnings[index].at("versioned_object.data")
        .inObject(className, version: "\(version)")
    }
  }

  private mutating func located(
    _ error: Diagnostic,
    in className: JSONToken,
    _ version: ObjectVersion
  ) -> Diagnostic {
    // Which class is meant is a matter of the name, not of the data.
    let place =
      switch error.code {
      case .objectClassUnknown where error.path.isRoot,
        .objectClassUnexpected where error.path.isRoot:
        "versioned_object.name"
      case .objectVersionUnsupported where error.path.isRoot: "versioned_object.version"
      default: "versioned_object.data"
      }
    return error.at(place).inObject(text(of: className), version: "\(version)")
  }

  /// Checks all of the envelope but the data, in the order in which os-vif does.
  @discardableResult
  mutating func check(
    _ envelope: Envelope,
    at offset: Int
  ) throws(Diagnostic) -> (className: JSONToken, version: ObjectVersion) {
    guard let namespace = envelope.namespace else {
      throw Self.missing("versioned_object.namespace").at(offset: offset)
    }
    guard let className = envelope.className else {
      throw Self.missing("versioned_object.name").at(offset: offset)
    }
    guard let version = envelope.version else {
      throw Self.missing("versioned_object.version").at(offset: offset)
    }
    guard token(namespace, is: "os_vif") else {
      let text = text(of: namespace)
      throw Diagnostic(
        .objectNamespace,
        "the namespace is '\(Diagnostic.shortened(text))'",
        value: text,
        bound: Envelope.namespace
      ).at("versioned_object.namespace").at(offset: offset)
    }
    if let plain = make(of: version, { ObjectVersion(singleDigits: $0) }) {
      return (className, plain)
    }
    do throws(Diagnostic) {
      return (className, try ObjectVersion(text(of: version)))
    } catch {
      throw error.at("versioned_object.version").inObject(text(of: className), version: nil)
        .at(offset: offset)
    }
  }

  static func missing(_ key: String) -> Diagnostic {
    Diagnostic(
      .objectKeyMissing,
      "the key '\(key)' is missing",
      remedy: "give a whole os-vif primitive, as obj_to_primitive() returns it"
    )
  }
}
