import Diagnostics
import Glibc
import JSONText
import ToolRun

/// The items of an input, each as `LINE:TEXT` of its member "n", or `LINE!CODE` of its fault.
enum ItemSummary {
  /// The summary of bytes that come in these pieces, one a read.
  static func of(pieces: [[UInt8]]) throws -> [String] {
    var ends: [CInt] = [-1, -1]
    // A packet is never joined with the next one, whatever the reader's buffer could hold.
    let kind = CInt(SOCK_SEQPACKET.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(number: errno) }
    defer { close(ends[0]) }
    for piece in pieces where !piece.isEmpty {
      let sent = unsafe send(ends[1], piece, piece.count, CInt(MSG_DONTWAIT))
      guard sent == piece.count else { throw Failure(number: errno) }
    }
    close(ends[1])
    return try of(descriptor: ends[0])
  }

  /// The summary of a file with this text.
  static func of(_ text: String) throws -> [String] { try of(bytes: Array(text.utf8)) }

  /// The summary of a file with these bytes.
  static func of(bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    let descriptor = unsafe open(try folder.write(bytes, to: "items"), O_RDONLY)
    defer { close(descriptor) }
    return try of(descriptor: descriptor)
  }

  /// The summary of an open file.
  static func of(descriptor: CInt) throws -> [String] {
    var stream = JSONItemStream(fileDescriptor: descriptor)
    var summary: [String] = []
    while let item = try next(in: &stream) {
      summary.append(item)
      guard summary.count < 100_000 else { throw Failure(number: ELOOP) }
    }
    return summary
  }

  private static func next(in stream: inout JSONItemStream) throws -> String? {
    guard let item = try stream.next(read) else { return nil }
    return switch item.result {
    case .success(let text): "\(item.line):\(text)"
    case .failure(let error): "\(item.line)!\(error.code)"
    }
  }

  /// The summary of a file whose lines are taken off in blocks, and whether any were.
  static func ofBlocks(_ text: String) throws -> (summary: [String], isCut: Bool) {
    let folder = try TemporaryFolder()
    let descriptor = unsafe open(try folder.write(text, to: "items"), O_RDONLY)
    defer { close(descriptor) }
    var stream = JSONItemStream(fileDescriptor: descriptor)
    var (summary, isCut): ([String], Bool) = ([], false)
    var block = JSONLineBlock()
    while true {
      if try stream.takeBlock(into: &block) {
        isCut = true
        var lines = JSONItemStream(block)
        while let item = try next(in: &lines) { summary.append(item) }
      } else if let item = try next(in: &stream) {
        summary.append(item)
      } else {
        return (summary, isCut)
      }
    }
  }

  private static func read(_ reader: inout JSONReader) throws(Diagnostic) -> String {
    guard try reader.peekKind() == .object else { throw reader.wrongKind("an object") }
    var text = ""
    try reader.beginObject()
    while try reader.nextKey() {
      if reader.keyIs("n") { text = try reader.readNumberText() } else { try reader.skipValue() }
    }
    return text
  }

  /// The reason, as an `errno`.
  struct Failure: Error {
    let number: CInt
  }
}
