import InterfaceXML

/// A text that is changed from its end to its start.
///
/// What is behind the last change is kept backwards, so that no change moves it.
struct TextTail {
  private let original: [UInt8]
  /// Up to here the text is as it was.
  private var head: Int
  private var reversedTail: [UInt8]

  /// A text that may be changed before this place, or all of it.
  init(of bytes: [UInt8], from head: Int? = nil) {
    original = bytes
    self.head = head ?? bytes.count
    reversedTail = bytes[self.head...].reversed()
  }

  /// The text with all changes.
  var bytes: [UInt8] { original[..<head] + reversedTail.reversed() }

  /// Puts something else in a place.
  mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    move(to: range.upperBound)
    reversedTail += text.reversed()
    head = range.lowerBound
  }

  /// Removes an element, and its line with it when nothing else is on that.
  mutating func remove(_ range: Range<Int>) {
    move(to: range.upperBound)
    let before = original.blanks(before: range.lowerBound)
    let after = Array(reversedTail.reversed().prefix { $0.isBlank })
    let lineEnd = original.lastLineEnd(in: before)
    switch (lineEnd, after.firstLineEnd(in: after.indices)) {
    case (let before?, let after?):
      head = before.lowerBound
      reversedTail.removeLast(after.lowerBound)
    case (_?, nil):
      head = range.lowerBound
      reversedTail.removeLast(after.count)
    case (nil, _): head = before.lowerBound
    }
  }

  private mutating func move(to offset: Int) {
    reversedTail += original[offset..<head].reversed()
    head = offset
  }
}
