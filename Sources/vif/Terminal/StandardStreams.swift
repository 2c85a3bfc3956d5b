import Diagnostics
import FileAccess
import Glibc

/// The standard output, in pieces of 64 KiB.
struct StandardOutput: ~Copyable {
  private static let capacity = 1 << 16

  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(Self.capacity) }

  deinit { Files.write(buffer, to: STDOUT_FILENO) }

  /// Writes a text, now or with what follows.
  ///
  /// - Throws: ``ExitStatus/failed`` when nobody takes it, as on a full disk.
  mutating func write(_ text: String) throws(ExitStatus) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes bytes, after what waits.
  ///
  /// - Throws: ``ExitStatus/failed``.
  mutating func write(_ bytes: Span<UInt8>) throws(ExitStatus) {
    try flush()
    if !Files.write(bytes, to: STDOUT_FILENO) { throw Self.failed() }
  }

  /// Writes all that waits.
  ///
  /// - Throws: ``ExitStatus/failed``.
  mutating func flush() throws(ExitStatus) {
    guard !buffer.isEmpty else { return }
    let isWritten = Files.write(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
    if !isWritten { throw Self.failed() }
  }

  private static func failed() -> ExitStatus {
    StandardError.write(
      "error: cannot write the output: \(unsafe String(cString: strerror(errno)))"
    )
    return .failed
  }

  /// Writes a text at once.
  ///
  /// - Throws: ``ExitStatus/failed``.
  static func write(_ text: String) throws(ExitStatus) {
    var output = StandardOutput()
    try output.write(text)
    try output.flush()
  }
}

/// The standard error output.
enum StandardError {
  /// Writes a line.
  ///
  /// Control characters, which may come from the input, are spelled out, line ends too.
  static func write(_ line: String) {
    writeText(line.withoutControls)
  }

  /// Writes a text of the tool's own, of any number of lines.
  static func writeText(_ text: String) {
    Files.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes a question, and leaves the cursor behind it.
  static func writePrompt(_ text: String) { Files.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes over the line that the cursor of a terminal is in.
  static func writeStatus(_ text: String) { writePrompt("\r\u{1B}[K\(text)") }

  /// Writes a diagnostic as compilers do: place, level, what is wrong, and the code.
  static func write(_ level: String, _ diagnostic: Diagnostic, at place: String? = nil) {
    let path = diagnostic.path.isRoot ? "" : "\(diagnostic.path): "
    let prefix = place.map { "\($0): " } ?? ""
    write("\(prefix)\(level): \(path)\(diagnostic.message) [\(diagnostic.code)]")
  }
}
