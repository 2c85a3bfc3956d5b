import Diagnostics
import FileAccess
import Glibc

/// The bytes of a file that have been read and not yet been used up.
struct ByteWindow: ~Copyable {
  static let chunkSize = 1 << 16

  private let fileDescriptor: CInt
  /// All bytes that are kept; those of the window are its ``range``.
  private(set) var buffer: [UInt8] = []
  private var start = 0

  /// Whether the file has no more bytes than are in the window.
  private(set) var isComplete = false
  /// How many bytes were used up.
  private(set) var used = 0
  /// The line that the window begins on, from 1.
  private(set) var line = 1

  init(fileDescriptor: CInt) { self.fileDescriptor = fileDescriptor }

  /// The bytes of a piece of a file from one on.
  init(bytes: [UInt8], from start: Int, line: Int) {
    fileDescriptor = -1
    buffer = bytes
    self.start = start
    isComplete = true
    self.line = line
  }

  /// Whether the file can be read without having to wait.
  var isReady: Bool {
    var wish = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
    return unsafe !isComplete && poll(&wish, 1, 0) == 1
  }

  /// How many bytes there are.
  var count: Int { buffer.count - start }

  /// Where the window's bytes are in the buffer.
  var range: Range<Int> { start..<buffer.count }

  /// One byte, by its offset from the window's start.
  subscript(offset: Int) -> UInt8 { buffer[start + offset] }

  /// The first byte; nil at the end of the file.
  mutating func first() throws(Diagnostic) -> UInt8? {
    if count == 0 { try fill() }
    return count == 0 ? nil : buffer[start]
  }

  /// Reads some more.
  ///
  /// - Parameter size: No more than so many bytes.
  mutating func fill(_ size: Int = chunkSize) throws(Diagnostic) {
    guard !isComplete else { return }
    if start > 0 {
      buffer.removeSubrange(0..<start)
      start = 0
    }
    let descriptor = fileDescriptor
    var (length, failure): (Int, CInt) = (0, 0)
    buffer.append(addingCapacity: size) { output in
      unsafe output.withUnsafeMutableBufferPointer { bytes, count in
        repeat {
          length = unsafe read(descriptor, bytes.baseAddress, size)
        } while length < 0 && errno == EINTR
        failure = errno
        count = max(0, length)
      }
    }
    guard length >= 0 else {
      isComplete = true
      throw Diagnostic(
        .inputUnreadable,
        "cannot read: \(unsafe String(cString: strerror(failure)))"
      )
    }
    if length == 0 { isComplete = true }
  }

  /// The offset of the first line end, reading as much as a chunk for it, or up to a limit; the count
  /// when there is none.
  ///
  /// - Parameter offset: Where to begin.
  mutating func lineEnd(
    from offset: Int = 0,
    limit: Int = chunkSize
  ) throws(Diagnostic) -> Int {
    var searched = offset
    while true {
      if let end = self.offset(of: UInt8(ascii: "\n"), from: searched) { return end }
      searched = count
      if isComplete || searched >= limit { return searched }
      try fill()
    }
  }

  private func offset(of byte: UInt8, from offset: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start + offset < bytes.count else { return nil }
      let found = unsafe memchr(base + start + offset, CInt(byte), bytes.count - start - offset)
      return unsafe found.map { unsafe base.distance(to: UnsafeRawPointer($0)) - start }
    }
  }

  /// Uses up bytes, and counts the lines that end in them.
  mutating func drop(_ length: Int) {
    line += lineEnds(before: length)
    dropInLine(length)
  }

  /// Uses up bytes in which no line ends.
  mutating func dropInLine(_ length: Int) {
    start += length
    used += length
  }

  /// Uses up bytes and gives them away in the memory that they are in; what is behind them moves.
  ///
  /// - Parameter memory: Is empty, and gets the bytes that are kept, up to the last that is used up.
  mutating func giveAway(_ length: Int, for memory: inout [UInt8]) {
    drop(length)
    memory += buffer[start...]
    buffer.removeSubrange(start...)
    start = 0
    swap(&buffer, &memory)
  }

  /// How many lines end in the first bytes.
  func lineEnds(before length: Int) -> Int {
    var ends = 0
    var from = 0
    while let end = offset(of: UInt8(ascii: "\n"), from: from), end < length {
      ends += 1
      from = end + 1
    }
    return ends
  }

  /// Uses up blanks and line ends.
  mutating func dropBlanks() throws(Diagnostic) {
    while let byte = try first() {
      switch byte {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      start += 1
      used += 1
    }
  }

  /// Uses up the rest of the line.
  mutating func dropLine() throws(Diagnostic) {
    while try first() != nil {
      let end = try lineEnd()
      if end < count {
        drop(end + 1)
        return
      }
      drop(count)
    }
  }
}
