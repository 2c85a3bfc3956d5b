import Glibc

/// What stood around values that were read before: the bytes up to a content and those behind it.
///
/// Values that are alike are written with the same bytes around what differs. To find the same bytes
/// again is cheaper than to read them, and leads to the same: nothing is remembered but frames that
/// were read to the end, without fault and without warning.
package struct JSONFrames {
  /// What a frame was found to mean: whatever its reader makes of it.
  package typealias Meaning = InlineArray<4, UInt64>

  /// A frame that was read.
  fileprivate struct Frame {
    /// Whose it is.
    let kind: Int
    /// Its bytes, in ``bytes``.
    let head: Range<Int>
    let tail: Range<Int>
    let meaning: Meaning
  }

  fileprivate var frames: [Frame] = []
  fileprivate var bytes: [UInt8] = []
  /// The one that is likely to be the next: that which followed in the item before.
  fileprivate var next = 0
  /// How many were dropped: the number of the first that is kept.
  fileprivate var dropped = 0
  /// Whether they are of no use for the rest of the item, since something in it is wrong or unusual.
  fileprivate var areOff = false

  /// There are never more, whatever comes: each is looked at where none is known.
  private static let maximumCount = 32
  private static let maximumSize = 1 << 16

  /// None.
  package init() {}

  fileprivate mutating func removeAll() {
    dropped += frames.count
    frames.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func add(
    _ kind: Int,
    _ meaning: Meaning,
    head: UnsafeRawBufferPointer,
    tail: UnsafeRawBufferPointer
  ) {
    let size = head.count + tail.count
    if frames.count == Self.maximumCount || bytes.count + size > Self.maximumSize {
      // What is read now is more likely to come again than what was read long ago.
      removeAll()
    }
    guard size <= Self.maximumSize else { return }
    let start = bytes.count
    unsafe bytes.append(contentsOf: head)
    unsafe bytes.append(contentsOf: tail)
    let middle = start + head.count
    frames.append(
      Frame(kind: kind, head: start..<middle, tail: middle..<bytes.count, meaning: meaning)
    )
    next = frames.count
  }
}

extension JSONReader {
  /// Takes over the frames that are known of other items; `other` gets those of this one.
  mutating func exchangeFrames(with other: inout JSONFrames) {
    swap(&frames, &other)
    frames.next = 0
    frames.areOff = false
  }

  /// Whether a frame of this kind comes next; if so its content must be read next, and then its end
  /// with ``passesEnd(ofFrame:)``.
  ///
  /// - Parameter kind: What the frame must have been remembered as.
  package mutating func passesStart(ofFrame kind: Int) -> (index: Int, meaning: JSONFrames.Meaning)? {
    guard !frames.areOff, depth < Self.maximumDepth else { return nil }
    let count = frames.frames.count
    var index = frames.next
    for _ in 0..<count {
      if index >= count { index = 0 }
      let frame = frames.frames[index]
      if frame.kind == kind, passes(frame.head) {
        frames.next = index + 1
        depth += 1
        passedFirstMember()
        return (frames.dropped + index, frame.meaning)
      }
      index += 1
    }
    return nil
  }

  /// Whether the end of a frame comes next, of which the start was passed.
  package mutating func passesEnd(ofFrame index: Int) -> Bool {
    // It may have been dropped in between.
    let index = index - frames.dropped
    guard index >= 0, passes(frames.frames[index].tail) else { return false }
    depth -= 1
    isFirstMember = false
    return true
  }

  /// Drops all frames, since one had an end that it did not have before; and has none found until the
  /// item ends.
  package mutating func forgetFrames() {
    frames.removeAll()
    switchFramesOff()
  }

  /// Has no frame found until the item ends.
  package mutating func switchFramesOff() { frames.areOff = true }

  /// Remembers a frame that was read.
  ///
  /// - Parameters:
  ///   - kind: What it is to be found as.
  ///   - meaning: What it was found to mean.
  ///   - head: Where it stands up to the content.
  ///   - tail: Where it stands behind the content.
  package mutating func remember(
    frame kind: Int,
    _ meaning: JSONFrames.Meaning,
    head: Range<Int>,
    tail: Range<Int>
  ) {
    unsafe frames.add(kind, meaning, head: raw(head), tail: raw(tail))
  }

  private func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Moves behind bytes that are remembered, if they come next.
  private mutating func passes(_ passage: Range<Int>) -> Bool {
    let length = passage.count
    guard length <= count - position else { return false }
    let here = unsafe base + position
    let isSame = unsafe frames.bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { unsafe memcmp($0 + passage.lowerBound, here, length) == 0 }
    }
    guard isSame == true else { return false }
    position += length
    return true
  }
}
