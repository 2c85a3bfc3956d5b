import Diagnostics
import JSONText

extension JSONReader {
  /// Reads an envelope and its data.
  ///
  /// In the order in which os-vif writes the keys this takes one pass, and also with the data before
  /// the name, as where keys are sorted, when the class is the one that can be expected. Other data
  /// that come before their name are passed over and read at the end.
  @inline(__always)
  mutating func readEnvelope<Object: EnvelopeContent>() throws(Diagnostic) -> Object {
    guard try peekKind() == .object else { throw wrongKind("an object (a versioned object)") }
    var envelope = Envelope()
    var object: Object?
    var known: ChangedFields?
    let start = position
    let warningsBefore = warnings.count
    // Where the data stand.
    var data = 0..<0
    try beginObject()
    if let names = usualStart() {
      (envelope.className, envelope.namespace, envelope.version) = names
      data = position..<position
      object = try readData(of: envelope)
      data = data.lowerBound..<position
    }
    // The warnings about data that were read before it was known whose they are.
    var guessed = 0..<0
    while try nextDataOrEnd(&envelope) {
      known = envelope.changes
      guard object == nil, envelope.dataPlace == nil else {
        throw Self.repeated("versioned_object.data").at(offset: position)
      }
      let dataStart = position
      if envelope.isComplete {
        object = try readData(of: envelope)
      } else {
        _ = try peekKind()
        envelope.dataPlace = place
        let warningsBefore = warnings.count
        object = expected(envelope.changes ?? ChangedFields())
        guessed = warningsBefore..<warnings.count
        if object == nil { try passOver() }
      }
      data = dataStart..<position
    }
    let end = place
    if let dataPlace = envelope.dataPlace {
      if object != nil {
        let (className, version) = try check(envelope, at: dataPlace.position)
        if object?.accept(className, version, &self) == true {
          if !guessed.isEmpty { locate(guessed, in: text(of: className), version) }
        } else {
          object = nil
          warnings.removeSubrange(guessed)
        }
      }
      if object == nil {
        place = dataPlace
        object = try readPassedData(of: envelope)
        place = end
      }
    } else {
      try check(envelope, at: start)
    }
    guard var object else { throw Self.missing("versioned_object.data").at(offset: start) }
    // Those that came before the data are the object's already.
    if let names = envelope.changes, names != known { object.replaceChanges(by: names) }
    if keepsWarnings, warnings.count == warningsBefore {
      remember(
        envelopeOf: object,
        head: start..<data.lowerBound,
        tail: data.upperBound..<position
      )
    }
    return object
  }

  /// Reads the data that were passed over, to which the reader has come back.
  private mutating func readPassedData<Object: EnvelopeContent>(
    of envelope: Envelope
  ) throws(Diagnostic) -> Object {
    do throws(Diagnostic) {
      return try readData(of: envelope)
    } catch {
      // Where the data are no JSON, what follows them may have been taken for theirs.
      place = envelope.dataPlace ?? place
      try skipValue()
      throw error
    }
  }

  /// Reads data as that of the class that can be expected; nil, and nothing is consumed, when it is
  /// not.
  @inline(__always)
  private mutating func expected<Object: EnvelopeContent>(_ changes: ChangedFields) -> Object? {
    let place = place
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      if let object = try Object.expectedContent(changes, &self) { return object }
    } catch {
      // What is wrong is told when it is known whose data it is.
    }
    warnings.removeSubrange(warningsBefore...)
    self.place = place
    return nil
  }

  /// Reads the members up to the data; false when there are no more.
  private mutating func nextDataOrEnd(_ envelope: inout Envelope) throws(Diagnostic) -> Bool {
    while try nextMember() {
      var key = try takesEnvelopeKey()
      if key == nil {
        // It is none of an envelope's, or spelled with escapes.
        try readKey()
        key = Envelope.Key(rawValue: keyText)
      }
      switch key {
      case .data: return true
      case .changes: try readChanges(into: &envelope.changes)
      case .name: try readToken("versioned_object.name", into: &envelope.className)
      case .namespace: try readToken("versioned_object.namespace", into: &envelope.namespace)
      case .version: try readToken("versioned_object.version", into: &envelope.version)
      case nil: try skipUnknownKey()
      }
    }
    return false
  }

  /// Which of an envelope's keys comes next, where it is spelled as it is.
  @inline(__always)
  private mutating func takesEnvelopeKey() throws(Diagnostic) -> Envelope.Key? {
    // By the first letter that differs, which spares to compare with each.
    switch byte(after: "\"versioned_object.") {
    case UInt8(ascii: "c"): return try takesKey("versioned_object.changes") ? .changes : nil
    case UInt8(ascii: "d"): return try takesKey("versioned_object.data") ? .data : nil
    case UInt8(ascii: "n"):
      if try takesKey("versioned_object.name") { return .name }
      return try takesKey("versioned_object.namespace") ? .namespace : nil
    case UInt8(ascii: "v"): return try takesKey("versioned_object.version") ? .version : nil
    default: return nil
    }
  }

  /// Reads the first three members, and the key of the data, where they are written as os-vif's
  /// primitives are in Python's JSON; nil, and nothing is consumed, where they are not.
  private mutating func usualStart() -> (name: JSONToken, namespace: JSONToken, version: JSONToken)?
  {
    let start = position
    guard passes("\"versioned_object.name\": "), let name = passToken(),
      passes(", \"versioned_object.namespace\": "), let namespace = passToken(),
      passes(", \"versioned_object.version\": "), let version = passToken(),
      passes(", \"versioned_object.data\": ")
    else {
      rewind(to: start)
      return nil
    }
    passedFirstMember()
    return (name, namespace, version)
  }

  private mutating func skipUnknownKey() throws(Diagnostic) {
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

  private mutating func readToken(
    _ name: StaticString,
    into token: inout JSONToken?
  ) throws(Diagnostic) {
    guard token == nil else { throw Self.repeated("\(name)").at("\(name)").at(offset: position) }
    do throws(Diagnostic) {
      token = try readToken()
    } catch {
      throw error.at("\(name)").at(offset: position)
    }
  }

  private mutating func readChanges(into changes: inout ChangedFields?) throws(Diagnostic) {
    let name = "versioned_object.changes"
    guard changes == nil else { throw Self.repeated(name).at(name).at(offset: position) }
    changes = try locating(name) { reader throws(Diagnostic) in
      var names = ChangedFields()
      let known = FieldNames.all
      let isLeft = try reader.takeStrings { name in
        guard let index = known.index(of: name) else { return false }
        names.insert(index)
        return true
      }
      if isLeft { return names }
      while try reader.nextElement() { names.insert(try reader.readString()) }
      return names
    }
  }
}
