import Diagnostics
import Glibc

/// The XML documents that the items of a file ask for, in the file's order.
///
/// - Parameters:
///   - path: The file; `-` is standard input.
///   - guest: A file with what is known of the guest.
func interfaceDocuments(
  from path: String,
  guest: String?
) throws(Diagnostic) -> [String] {
  let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw Diagnostic(Diagnostic.Code(rawValue: "input.unreadable"), "cannot read '\(path)'")
  }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe read(descriptor, &buffer, buffer.count)
    guard count > 0 else { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
    .split(separator: "\n\n")
    .map { String($0) }
}
