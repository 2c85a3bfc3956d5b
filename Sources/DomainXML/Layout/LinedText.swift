/// A text with the places of its lines.
struct LinedText: Sendable {
  let bytes: [UInt8]
  let lines: LineStarts

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineStarts(of: bytes)
  }
}
