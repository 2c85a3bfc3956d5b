import Glibc

/// Writes a line to stderr, past C's `stderr`: that is a mutable global, which Swift 6 does not let
/// anyone touch.
func printToStandardError(_ line: String) {
  var rest = Array((line + "\n").utf8)[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes { bytes in
      unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
    // Whoever closed stderr does not want to know.
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
