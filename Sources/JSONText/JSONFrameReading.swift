/// The reader's way through values whose frames are known: see ``JSONFrames``.
extension JSONReader {
  /// Takes over the frames that are known of other items; `other` gets those of this one.
  @usableFromInline mutating func exchangeFrames(with other: inout JSONFrames) {
    swap(&frames, &other)
    frames.restart()
  }

  /// Whether a frame of this kind comes next; if so its content must be read next, and then its end
  /// with ``passesEnd(ofFrame:)``.
  ///
  /// - Parameter kind: What the frame must have been remembered as.
  /// - Returns: The frame's number and what it means; nil, and nothing is consumed, when it is none
  ///   that is known.
  package mutating func passesStart(
    ofFrame kind: Int
  ) -> (number: Int, meaning: JSONFrames.Meaning)? {
    guard !frames.areOff, depth < Self.maximumDepth else { return nil }
    // Mostly items are alike.
    var index = frames.next
    if !passesHead(of: index, kind) {
      guard let found = findFrame(kind) else { return nil }
      index = found
    }
    return (frames.dropped + index, frames.meaning(of: index))
  }

  private mutating func findFrame(_ kind: Int) -> Int? {
    for index in 0..<frames.count where passesHead(of: index, kind) { return index }
    return nil
  }

  @inline(__always)
  private mutating func passesHead(of index: Int, _ kind: Int) -> Bool {
    guard let length = unsafe frames.headCount(of: index, kind, rest) else { return false }
    frames.found(index)
    position += length
    depth += 1
    passedFirstMember()
    return true
  }

  /// Whether the end of a frame comes next, of which the start was passed.
  package mutating func passesEnd(ofFrame number: Int) -> Bool {
    guard let length = unsafe frames.tailCount(of: number, rest) else { return false }
    position += length
    depth -= 1
    isFirstMember = false
    return true
  }

  private var rest: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base + position, count: count - position)
  }

  /// Drops a frame, since it had an end that it did not have before.
  package mutating func forget(frame number: Int) { frames.drop(number) }

  /// Has no frame found until the item ends.
  package mutating func switchFramesOff() { frames.switchOff() }

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
