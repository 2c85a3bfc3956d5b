import Glibc

/// What stood around values that were read before: the bytes up to a content and those behind it.
///
/// Values that are alike are written with the same bytes around what differs. To find the same bytes
/// again is cheaper than to read them, and leads to the same: nothing is remembered but frames that
/// were read to the end, without fault and without warning.
///
/// `@safe`: the memory is allocated for the first frame, freed in `deinit` and never handed out; what
/// is written fits in.
@safe package struct JSONFrames: ~Copyable {
  /// What a frame was found to mean: whatever its reader makes of it.
  package typealias Meaning = InlineArray<4, UInt64>

  /// A frame that was read.
  fileprivate struct Frame {
    /// Whose it is.
    let kind: Int
    /// Where it begins among the bytes, and how many it has before and behind the content.
    let start: Int
    let headCount: Int
    let tailCount: Int
    let meaning: Meaning
    /// The frame that followed in the item before.
    var following = 0
  }

  private var frames: UnsafeMutablePointer<Frame>?
  private var bytes: UnsafeMutablePointer<UInt8>?
  private var size = 0
  fileprivate private(set) var count = 0
  /// The one that was found last; nil before the first of an item.
  private var last: Int?
  /// The one that the item before began with.
  private var first = 0
  /// How many were dropped: the number of the first that is kept.
  fileprivate private(set) var dropped = 0
  /// Whether they are of no use for the rest of the item, since something in it is wrong or unusual.
  fileprivate var areOff = false

  /// There are never more, whatever comes: each is looked at where none is known.
  private static let maximumCount = 32
  private static let maximumSize = 1 << 15

  /// None.
  package init() {}

  deinit {
    unsafe frames?.deallocate()
    unsafe bytes?.deallocate()
  }

  /// Has them found from the first on.
  fileprivate mutating func restart() {
    last = nil
    areOff = false
  }

  fileprivate mutating func removeAll() {
    dropped += count
    (count, size, last) = (0, 0, nil)
  }

  /// A frame; none where there are not so many.
  @inline(__always)
  fileprivate subscript(index: Int) -> Frame? {
    guard index >= 0, index < count, let frames = unsafe frames else { return nil }
    return unsafe frames[index]
  }

  /// Whether the bytes of a frame, from one on, are those at a place, which has as many.
  @inline(__always)
  fileprivate func areBytes(from start: Int, _ length: Int, at place: UnsafePointer<UInt8>) -> Bool
  {
    guard let bytes = unsafe bytes else { return false }
    return unsafe memcmp(bytes + start, place, length) == 0
  }

  fileprivate mutating func add(
    _ kind: Int,
    _ meaning: Meaning,
    head: UnsafeBufferPointer<UInt8>,
    tail: UnsafeBufferPointer<UInt8>
  ) {
    let length = head.count + tail.count
    guard length <= Self.maximumSize else { return }
    if count == Self.maximumCount || size + length > Self.maximumSize {
      // What is read now is more likely to come again than what was read long ago.
      removeAll()
    }
    let frames = unsafe self.frames ?? .allocate(capacity: Self.maximumCount)
    let bytes = unsafe self.bytes ?? .allocate(capacity: Self.maximumSize)
    unsafe (self.frames, self.bytes) = (frames, bytes)
    if let first = head.baseAddress { unsafe (bytes + size).update(from: first, count: head.count) }
    if let first = tail.baseAddress {
      unsafe (bytes + size + head.count).update(from: first, count: tail.count)
    }
    unsafe (frames + count).initialize(
      to: Frame(
        kind: kind,
        start: size,
        headCount: head.count,
        tailCount: tail.count,
        meaning: meaning
      )
    )
    size += length
    count += 1
  }

  /// The one that is likely to come next, since it did in the item before.
  fileprivate var next: Int {
    if let last, let frames = unsafe frames { unsafe frames[last].following } else { first }
  }

  /// Takes down which one was found.
  fileprivate mutating func found(_ index: Int) {
    if let last, let frames = unsafe frames {
      unsafe frames[last].following = index
    } else {
      first = index
    }
    last = index
  }
}

extension JSONReader {
  /// Takes over the frames that are known of other items; `other` gets those of this one.
  mutating func exchangeFrames(with other: inout JSONFrames) {
    swap(&frames, &other)
    frames.restart()
  }

  /// Whether a frame of this kind comes next; if so its content must be read next, and then its end
  /// with ``passesEnd(ofFrame:)``.
  ///
  /// - Parameter kind: What the frame must have been remembered as.
  /// - Returns: The frame's number; nil, and nothing is consumed, when it is none that is known.
  @inline(__always)
  package mutating func passesStart(ofFrame kind: Int) -> Int? {
    guard !frames.areOff, depth < Self.maximumDepth else { return nil }
    let index = frames.next
    // Mostly items are alike.
    return passesHead(of: index, kind) ? frames.dropped + index : findFrame(kind)
  }

  private mutating func findFrame(_ kind: Int) -> Int? {
    for index in 0..<frames.count where passesHead(of: index, kind) {
      return frames.dropped + index
    }
    return nil
  }

  private mutating func passesHead(of index: Int, _ kind: Int) -> Bool {
    guard let frame = frames[index], frame.kind == kind, frame.headCount <= count - position,
      unsafe frames.areBytes(from: frame.start, frame.headCount, at: base + position)
    else { return false }
    frames.found(index)
    position += frame.headCount
    depth += 1
    passedFirstMember()
    return true
  }

  /// What a frame means, of which the start was just passed.
  package func meaning(ofFrame number: Int) -> JSONFrames.Meaning {
    frames[number - frames.dropped]?.meaning ?? .init(repeating: 0)
  }

  /// Whether the end of a frame comes next, of which the start was passed.
  package mutating func passesEnd(ofFrame number: Int) -> Bool {
    // It may have been dropped in between.
    guard let frame = frames[number - frames.dropped], frame.tailCount <= count - position,
      unsafe frames.areBytes(
        from: frame.start + frame.headCount,
        frame.tailCount,
        at: base + position
      )
    else { return false }
    position += frame.tailCount
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

  private func raw(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }
}
