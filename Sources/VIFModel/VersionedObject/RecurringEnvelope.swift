import Diagnostics
import JSONText

/// Envelopes that are written with the same bytes as one before, which is most of them where many
/// objects come from one writer: they are compared, and not read again.
extension JSONReader {
  /// Reads an object in an envelope that is known.
  ///
  /// - Parameters:
  ///   - kind: What the envelope was remembered as.
  ///   - readData: Reads the data of an object of the class of an index, with a version, nil for the
  ///     newest, and with the names of the changed fields; false where there is no such class.
  /// - Returns: False, and nothing is consumed, when the envelope is not known, or the data are not
  ///   what it says.
  @inline(__always)
  mutating func readRecurring(
    _ kind: Int,
    _ readData: (inout JSONReader, Int, ObjectVersion?, ChangedFields) throws(Diagnostic) -> Bool
  ) -> Bool {
    let (start, outerDepth) = (position, depth)
    guard let frame = passesStart(ofFrame: kind) else { return false }
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      let meaning = frame.meaning
      let isRead = try readData(
        &self,
        Int(meaning[3]),
        meaning[2] == 0 ? nil : ObjectVersion(plain: meaning[2]),
        ChangedFields(known: (meaning[0], meaning[1]))
      )
      if isRead, passesEnd(ofFrame: frame.number) { return true }
      forget(frame: frame.number)
    } catch {
      // What is wrong is told when it is read as if nothing were known.
      switchFramesOff()
    }
    warnings.removeSubrange(warningsBefore...)
    rewind(to: start, depth: outerDepth)
    return false
  }

  /// Remembers the envelope around an object that was read, if what it says is for a few words.
  ///
  /// - Parameters:
  ///   - content: What was read.
  ///   - head: Where the envelope stands up to the data.
  ///   - tail: Where it stands behind them.
  mutating func remember<Content: EnvelopeContent>(
    envelopeOf content: Content,
    head: Range<Int>,
    tail: Range<Int>
  ) {
    let (object, classIndex) = content.classified
    guard object.version.isPlain, let changes = object.changes.known else { return }
    let isNewest = object.version == type(of: object).newestVersion
    let version = isNewest ? 0 : object.version.plain
    remember(
      frame: Content.frameKind,
      [changes.low, changes.high, version, UInt64(classIndex)],
      head: head,
      tail: tail
    )
  }
}

extension EnvelopeContent {
  /// What its envelopes are remembered as.
  static var frameKind: Int { Int(bitPattern: ObjectIdentifier(Self.self)) }
}
