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

  @Test func `a warning that there was no room for comes with the next object`() {
    let unknown = (0..<20).map { #""u\#($0)":1,"# }.joined()
    let network = """
      {"extra":1,"versioned_object.data":{},"versioned_object.name":"Network",\
      "versioned_object.namespace":"os_vif","versioned_object.version":"1.1"}
      """
    var frames = JSONFrames()
    for fields in [unknown, "", ""] {
      let text = """
        {"versioned_object.data":{\(fields)"network":\(network)},"versioned_object.name":"VIFBridge",\
        "versioned_object.namespace":"os_vif","versioned_object.version":"1.0"}
        """
      var nothing = JSONFrames()
      let alone = Answer(Array(text.utf8), knowing: &nothing)
      #expect(Answer(Array(text.utf8), knowing: &frames) == alone)
      #expect(!alone.warnings.isEmpty)
    }
  }

  @Test func `ends that take turns are read as they stand`() {
    var frames = JSONFrames()
    for round in 0..<40 {
      let elements = (0..<round % 7).map { index in
        """
        {"versioned_object.name": "FixedIP", "versioned_object.namespace": "os_vif", \
        "versioned_object.version": "1.0", "versioned_object.data": {"address": "10.0.0.\(index)"}, \
        "versioned_object.changes": [\((index + round) % 3 == 0 ? "" : #""address""#)]}
        """
      }
      let text = """
        {"versioned_object.name": "FixedIPList", "versioned_object.namespace": "os_vif", \
        "versioned_object.version": "1.0", "versioned_object.data": {"objects": \
        [\(elements.joined(separator: ", "))]}, "versioned_object.changes": []}
        """
      var nothing = JSONFrames()
      let alone = Answer(Array(text.utf8), knowing: &nothing)
      #expect(Answer(Array(text.utf8), knowing: &frames) == alone)
      #expect(alone.fault == nil)
    }
  }

  @Test func `fields that nobody knows are as many as they are`() throws {
    // Of a set that is copied with each name, this would not see the end.
    let names = (0..<100_000).map { #""x\#($0)""# }.joined(separator: ",")
    let text = """
      {"versioned_object.changes":[\(names)],"versioned_object.data":{},\
      "versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif",\
      "versioned_object.version":"1.0"}
      """
    var warnings: [Diagnostic] = []
    #expect(try VIF(json: text, warnings: &warnings).base.id == nil)
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
