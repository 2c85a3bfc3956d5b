import Diagnostics
import JSONText
import JSONTree
import SeededRandom
import Testing
import VIFSamples

@testable import VIFModel

/// Objects behind others that have the same envelopes, or nearly: what was read before is made use of,
/// and must not show.
struct RecurringEnvelopeTests {
  /// Everything that reading a text comes to.
  private struct Answer: Equatable {
    let json: String?
    let warnings: [String]
    let fault: String?

    init(_ text: [UInt8], knowing frames: inout JSONFrames) {
      var warnings: [String] = []
      do throws(Diagnostic) {
        let object = try JSONReader.withReader(over: text.span, knowing: &frames) {
          reader throws(Diagnostic) in
          let object = try OSVIFObject(reading: &reader)
          try reader.expectEnd()
          warnings = reader.warnings.map { Self.words($0) }
          return object
        }
        (json, fault) = (object.json, nil)
      } catch {
        (json, fault) = (nil, Self.words(error))
      }
      self.warnings = warnings
    }

    private static func words(_ diagnostic: Diagnostic) -> String {
      let details = diagnostic.details
      let place = "\(details.className ?? "") \(details.offset ?? -1)"
      return "\(diagnostic.code.rawValue) \(diagnostic.path) \(diagnostic) \(place)"
    }
  }

  /// Objects of every class, in the layouts that they come in.
  private static let texts: [[UInt8]] = OSVIFObject.declarations.flatMap { declaration in
    [(true, ",", ":"), (false, ", ", ": "), (false, ",", ":")].compactMap {
      isSorted,
      comma,
      colon in
      try? Array(
        JSONTree(declaration.fullPrimitive).written(isSorted: isSorted, comma, colon).utf8
      )
    }
  }

  @Test(arguments: 1...4)
  func `what was read before does not show`(seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    var frames = JSONFrames()
    var (faults, objects) = (0, 0)
    for round in 0..<3_000 {
      // A run of objects of one class, with others in between, some of them damaged.
      let index = round / 20 % Self.texts.count
      var text =
        Int.random(in: 0..<8, using: &dice) == 0
        ? Self.texts.randomElement(using: &dice) ?? [] : Self.texts[index]
      if Bool.random(using: &dice) { Self.damage(&text, &dice) }
      var nothing = JSONFrames()
      let alone = Answer(text, knowing: &nothing)
      let behindOthers = Answer(text, knowing: &frames)
      #expect(behindOthers == alone, "\(String(decoding: text, as: UTF8.self))")
      if alone.fault == nil { objects += 1 } else { faults += 1 }
    }
    #expect(faults > 200 && objects > 1_500)
  }

  /// Changes a text somewhere: a digit or a letter, a byte that is lost or comes twice, a word.
  private static func damage(_ text: inout [UInt8], _ dice: inout SeededGenerator) {
    let place = Int.random(in: 0..<text.count, using: &dice)
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: text[place] = UInt8.random(in: 0x20..<0x7F, using: &dice)
    case 1: text.remove(at: place)
    case 2: text.insert(text[place], at: place)
    case 3: replace("\"1.0\"", by: "\"01.0\"", in: &text, from: place)
    case 4: replace("\"id\":", by: "\"x\":", in: &text, from: place)
    default: replace("versioned_object.changes", by: "other", in: &text, from: place)
    }
  }

  private static func replace(
    _ old: String,
    by new: String,
    in text: inout [UInt8],
    from place: Int
  ) {
    guard let range = text[place...].firstRange(of: Array(old.utf8)) else { return }
    text.replaceSubrange(range, with: new.utf8)
  }

  @Test func `more kinds of envelopes than are remembered are read all the same`() throws {
    var frames = JSONFrames()
    for _ in 0..<3 {
      for text in Self.texts {
        var nothing = JSONFrames()
        #expect(Answer(text, knowing: &frames) == Answer(text, knowing: &nothing))
      }
    }
  }
}
