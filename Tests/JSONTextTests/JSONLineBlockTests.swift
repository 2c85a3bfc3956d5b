import JSONText
import Testing

/// Lines that are given away in blocks, to be read by others: nothing comes of it but speed.
struct JSONLineBlockTests {
  /// Lines of which some are broken, or go on in the next ones.
  static func lines(_ seed: Int) -> String {
    var number = seed
    var text = ""
    while text.utf8.count < 3 << 18 {
      number = (number &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
      // Now and then a line is longer than what is read at once.
      let padding = String(repeating: "x", count: number / 64 % (number % 97 == 0 ? 200_000 : 900))
      switch number / 4096 % (seed == 0 ? 1 : 14) {
      case 0...4: text += #"{"s":"\#(padding)","n":\#(number)}"# + "\n"
      case 5: text += "{\n\"n\":\(number),\n\"o\":{\"p\":1}\n}\n"
      case 6: text += "{\"n\":\(number),\"o\":{\"p\":1}\n"
      case 7: text += "{\"n\":\(number)}}\n"
      case 8: text += "{\"s\":\"\(padding)\n"
      case 9: text += "{\"a\":[\n{\"b\":1}\n{\"c\":2}\n]}\n"
      case 12: text += "{\"n\":\(number),\n"
      case 13: text += "{\"s\":\"\(padding)\", \"o\":[\n"
      case 10: text += "\r\n {\"n\":\(number)} {\"n\":1}\n\n"
      default: text += "{\"a\":{\n{\"n\":\(number)}\n"
      }
    }
    return text
  }

  @Test(arguments: 0..<24)
  func `items and faults are those of one reader`(seed: Int) throws {
    let text = Self.lines(seed)
    let (blocks, isCut) = try ItemSummary.ofBlocks(text)
    #expect(isCut)
    #expect(try blocks == ItemSummary.of(text))
  }

  @Test func `an array is no lines`() throws {
    let items = repeatElement(#"{"n":1}"#, count: 50000).joined(separator: "\n,\n")
    let (summary, isCut) = try ItemSummary.ofBlocks("[\n\(items)\n]\n")
    #expect(!isCut)
    #expect(summary.count == 50000)
  }
}
