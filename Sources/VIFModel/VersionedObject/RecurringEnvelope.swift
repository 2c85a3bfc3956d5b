import Diagnostics
import JSONText

/// Envelopes that are written with the same bytes as one before, which is most of them where many
/// objects come from one writer: they are compared, and not read again.
extension JSONReader {
  /// Reads an object in an envelope that is known; nil, and nothing is consumed, when it is not.
  @inline(__always)
  mutating func readRecurring<Content: EnvelopeContent>() -> Content? {
    let (start, outerDepth) = (position, depth)
    guard let frame = passesStart(ofFrame: Content.frameKind) else { return nil }
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      let meaning = meaning(ofFrame: frame)
      let content = try Content.recurring(
        classAt: Int(meaning[3]),
        meaning[2] == 0 ? nil : ObjectVersion(plain: meaning[2]),
        ChangedFields(known: (meaning[0], meaning[1])),
        &self
      )
      if let content, passesEnd(ofFrame: frame) { return content }
      forgetFrames()
    } catch {
      // What is wrong is told when it is read as if nothing were known.
      switchFramesOff()
    }
    warnings.removeSubrange(warningsBefore...)
    rewind(to: start, depth: outerDepth)
    return nil
  }

  /// Remembers the envelope around an object that was read, if what it says is for a few words.
  ///
  /// - Parameters:
  ///   - object: The object in the content.
  ///   - classIndex: Which of the classes of the content it is of.
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
