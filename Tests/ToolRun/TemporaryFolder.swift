import Glibc

/// A folder of a test's own, gone when the test is.
package final class TemporaryFolder: Sendable {
  /// A call of the C library failed, for the reason of this `errno`.
  package struct Failure: Error {
    let call: String
    let number: CInt
  }

  /// Where it is.
  package let path: String

  /// Makes an empty folder.
  package init() throws(Failure) {
    let template = unsafe strdup("/tmp/vif-tests.XXXXXX")
    defer { unsafe free(template) }
    guard let template = unsafe template, unsafe mkdtemp(template) != nil else {
      throw Failure(call: "mkdtemp", number: errno)
    }
    path = unsafe String(cString: template)
  }

  deinit { Self.removeAll(path) }

  /// Links are removed, not followed: `remove` takes them, and only folders are entered.
  private static func removeAll(_ path: String) {
    guard unsafe remove(path) != 0, let stream = unsafe opendir(path) else { return }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe String(cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    unsafe closedir(stream)
    for name in names { removeAll("\(path)/\(name)") }
    unsafe remove(path)
  }

  /// The path of a name in the folder.
  package func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders on the way to it; returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws(Failure) -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file, and the folders on the way to it; returns its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) -> String {
    let parts = name.split(separator: "/")
    try makeFolder(parts.dropLast().joined(separator: "/"))
    let path = self(name)
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(call: "open", number: errno) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let length = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: offset),
          buffer.count - offset
        )
      }
      guard length > 0 else { throw Failure(call: "write", number: errno) }
      offset += length
    }
    return path
  }

  /// Makes a folder and those above it; returns its path.
  @discardableResult
  package func makeFolder(_ name: String) throws(Failure) -> String {
    var path = path
    for part in name.split(separator: "/") {
      path += "/\(part)"
      guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw Failure(call: "mkdir", number: errno)
      }
    }
    return path
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) throws(Failure) {
    guard unsafe symlink(target, self(name)) == 0 else {
      throw Failure(call: "symlink", number: errno)
    }
  }

  /// The text of a file; nil when there is none.
  package func text(of name: String) -> String? {
    let descriptor = unsafe open(self(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    return Command.text(descriptor)
  }
}
