import Diagnostics
import JSONText

/// What an envelope says of its data, to be told again of another with the same bytes.
package struct EnvelopeMeaning {
  /// The version that the object came with; nil for its class's newest.
  let version: ObjectVersion?
  let changes: ChangedFields
  /// Which of the classes it is of, where there are several.
  let classIndex: Int

  /// What the envelope of an object says; nil when that is not for a few words.
  init?(of object: some DeclaredObject, classIndex: Int = 0) {
    guard object.version.isPlain, object.changes.known != nil else { return nil }
    version = object.version == type(of: object).newestVersion ? nil : object.version
    changes = object.changes
    self.classIndex = classIndex
  }

  fileprivate init(_ words: JSONFrames.Meaning) {
    changes = ChangedFields(known: (words[0], words[1]))
    version = words[2] == 0 ? nil : ObjectVersion(plain: words[2])
    classIndex = Int(words[3])
  }

  fileprivate var words: JSONFrames.Meaning? {
    changes.known.map { [$0.low, $0.high, version?.plain ?? 0, UInt64(classIndex)] }
  }
}

/// Envelopes that are written with the same bytes as one before, which is most of them where many
/// objects come from one writer: they are compared, and not read again.
extension JSONReader {
  /// Reads an object in an envelope that is known; nil, and nothing is consumed, when it is not.
  @inline(__always)
  mutating func readRecurring<Content: EnvelopeContent>() -> Content? {
    let place = place
    guard let frame = passesStart(ofFrame: Content.frameKind) else { return nil }
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      if let content = try Content.recurring(EnvelopeMeaning(frame.meaning), &self),
        passesEnd(ofFrame: frame.index)
      {
        return content
      }
      forgetFrames()
    } catch {
      // What is wrong is told when it is read as if nothing were known.
      switchFramesOff()
    }
    warnings.removeSubrange(warningsBefore...)
    self.place = place
    return nil
  }

  /// Remembers the envelope around an object that was read.
  ///
  /// - Parameters:
  ///   - head: Where it stands up to the data.
  ///   - tail: Where it stands behind them.
  mutating func remember<Content: EnvelopeContent>(
    envelopeOf content: Content,
    head: Range<Int>,
    tail: Range<Int>
  ) {
    guard let meaning = content.meaning?.words else { return }
    remember(frame: Content.frameKind, meaning, head: head, tail: tail)
  }
}

extension EnvelopeContent {
  /// What its envelopes are remembered as.
  static var frameKind: Int { Int(bitPattern: ObjectIdentifier(Self.self)) }
}
