import Glibc

/// What stood around values that were read before: the bytes up to a content and those behind it.
///
/// Values that are alike are written with the same bytes around what differs. To find the same bytes
/// again is cheaper than to read them, and leads to the same: nothing is remembered but frames that
/// were read to the end, without fault and without warning.
///
/// `@safe`: the memory is allocated for the first frame, freed in `deinit` and never handed out; what
/// is written fits in.
@safe @usableFromInline package struct JSONFrames: ~Copyable {
  /// What a frame was found to mean: whatever its reader makes of it.
  package typealias Meaning = InlineArray<4, UInt64>

  /// A frame that was read.
  struct Frame {
    /// Whose it is; 0 for one that is not to be found any more.
    var kind: Int
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
  private(set) var count = 0
  /// The one that was found last; nil before the first of an item.
  private var last: Int?
  /// The one that the item before began with.
  private var first = 0
  /// How many were dropped: the number of the first that is kept.
  private(set) var dropped = 0
  /// Whether they are of no use for the rest of the item, since something in it is wrong or unusual.
  private(set) var areOff = false
  /// How many of an item had another end than expected.
  private var wrongEnds = 0

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
  mutating func restart() {
    last = nil
    areOff = false
    wrongEnds = 0
  }

  /// Has none found until the item ends.
  mutating func switchOff() { areOff = true }

  /// Drops one that had an end that it did not have before.
  ///
  /// What was read between has to be read again, so in an item that often is unusual none is looked
  /// for any more.
  mutating func drop(_ number: Int) {
    let index = number - dropped
    if index >= 0, index < count, let frames = unsafe frames { unsafe frames[index].kind = 0 }
    wrongEnds += 1
    if wrongEnds > 4 { switchOff() }
  }

  private mutating func removeAll() {
    dropped += count
    (count, size, last) = (0, 0, nil)
  }

  /// How many bytes a place begins with that are the head of a frame of this kind; nil where they are
  /// others.
  @inline(__always)
  func headCount(
    of index: Int,
    _ kind: Int,
    _ place: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard index < count, let frames = unsafe frames, let bytes = unsafe bytes,
      unsafe frames[index].kind == kind
    else { return nil }
    let length = unsafe frames[index].headCount
    guard length <= place.count, let here = place.baseAddress,
      unsafe memcmp(bytes + frames[index].start, here, length) == 0
    else { return nil }
    return length
  }

  /// How many bytes a place begins with that are the tail of a frame; nil where they are others, and
  /// where the frame was dropped.
  @inline(__always)
  func tailCount(of number: Int, _ place: UnsafeBufferPointer<UInt8>) -> Int? {
    let index = number - dropped
    guard index >= 0, index < count, let frames = unsafe frames, let bytes = unsafe bytes else {
      return nil
    }
    let length = unsafe frames[index].tailCount
    guard length <= place.count, let here = place.baseAddress,
      unsafe memcmp(bytes + frames[index].start + frames[index].headCount, here, length) == 0
    else { return nil }
    return length
  }

  /// What a frame means.
  @inline(__always)
  func meaning(of index: Int) -> Meaning {
    guard index < count, let frames = unsafe frames else { return Meaning(repeating: 0) }
    return unsafe frames[index].meaning
  }

  mutating func add(
    _ kind: Int,
    _ meaning: Meaning,
    head: UnsafeBufferPointer<UInt8>,
    tail: UnsafeBufferPointer<UInt8>
  ) {
    let length = head.count + tail.count
    guard !areOff, length <= Self.maximumSize else { return }
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
  var next: Int {
    if let last, let frames = unsafe frames { unsafe frames[last].following } else { first }
  }

  /// Takes down which one was found.
  mutating func found(_ index: Int) {
    if let last, let frames = unsafe frames {
      unsafe frames[last].following = index
    } else {
      first = index
    }
    last = index
  }
}
