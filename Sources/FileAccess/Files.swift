public import Diagnostics
import Glibc

/// Small files and folders, by the C library: Foundation would cost more at start than all else.
package enum Files {
  /// The bytes of a file.
  ///
  /// - Throws: `input.unreadable`, also for a folder; `input.too-large` beyond `limit` bytes.
  package static func read(_ path: String, limit: Int = 1 << 20) throws(Diagnostic) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return try read(descriptor, of: path, limit: limit)
  }

  private static func read(
    _ descriptor: CInt,
    of path: String,
    limit: Int
  ) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let length = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else { throw unreadable(path) }
      if length == 0 { return bytes }
      bytes += chunk.prefix(length)
      guard bytes.count <= limit else {
        throw Diagnostic(
          .inputTooLarge,
          "'\(path)' is too long",
          bound: "at most \(limit) bytes"
        )
      }
    }
  }

  /// The text of a file.
  ///
  /// - Throws: As ``read(_:limit:)``, and `input.encoding` when it is not UTF-8.
  package static func readText(_ path: String, limit: Int = 1 << 20) throws(Diagnostic) -> String {
    try text(of: try read(path, limit: limit), from: path)
  }

  /// The text of the standard input.
  ///
  /// - Throws: As ``read(_:limit:)``, and `input.encoding` when it is not UTF-8.
  package static func readStandardInput(limit: Int) throws(Diagnostic) -> String {
    let name = "<stdin>"
    return try text(of: try read(STDIN_FILENO, of: name, limit: limit), from: name)
  }

  private static func text(of bytes: [UInt8], from path: String) throws(Diagnostic) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(.inputEncoding, "'\(path)' is not UTF-8")
    }
    return text
  }

  /// Opens a file for reading; the caller closes it.
  package static func open(_ path: String) throws(Diagnostic) -> CInt {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    return descriptor
  }

  /// Replaces a file's text in one step: whoever reads it sees the old text or the new one.
  ///
  /// A file that is there keeps its mode, and its owner as far as the process may give files away;
  /// behind a symbolic link, it is the link's target that is replaced.
  ///
  /// - Throws: `output.unwritable`.
  package static func write(_ text: String, to path: String) throws(Diagnostic) {
    let target = resolved(path) ?? path
    var old = stat()
    let isNew = unsafe stat(target, &old) != 0
    // Not to be renamed over: a device, a pipe.
    guard isNew || old.st_mode & S_IFMT == S_IFREG else { return try overwrite(path, text) }
    let temporary = "\(target).\(getpid()).new"
    unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = unsafe Glibc.open(temporary, flags, isNew ? 0o644 : 0o600)
    guard descriptor >= 0 else { throw unwritable(path) }
    var isWritten = write(Array(text.utf8), to: descriptor)
    if !isNew {
      // Before the mode: a change of the owner takes bits away.
      _ = fchown(descriptor, old.st_uid, old.st_gid)
      isWritten = fchmod(descriptor, old.st_mode & 0o7777) == 0 && isWritten
    }
    guard close(descriptor) == 0, isWritten, unsafe rename(temporary, target) == 0 else {
      let failure = unwritable(path)
      unsafe unlink(temporary)
      throw failure
    }
  }

  private static func overwrite(_ path: String, _ text: String) throws(Diagnostic) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable(path) }
    let isWritten = write(Array(text.utf8), to: descriptor)
    guard close(descriptor) == 0, isWritten else { throw unwritable(path) }
  }

  /// The path from the root on, without symbolic links; nil when there is nothing at it.
  package static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Writes all bytes to an open file; false when that failed, with the reason in `errno`.
  @discardableResult
  package static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    write(bytes.span, to: descriptor)
  }

  /// Writes all bytes to an open file; false when that failed, with the reason in `errno`.
  package static func write(_ bytes: Span<UInt8>, to descriptor: CInt) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let length = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: offset),
          buffer.count - offset
        )
      }
      if length < 0, errno == EINTR { continue }
      guard length > 0 else { return false }
      offset += length
    }
    return true
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(Diagnostic) {
    guard unsafe unlink(path) == 0 else { throw unwritable(path) }
  }

  /// The names in a folder, sorted, without those that begin with a dot; nil when it is none.
  package static func entries(of folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe String(cString: UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether there is something at a path, whatever it is.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether there is a symbolic link with this path.
  package static func isLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

  /// The kind of file at a path, as `S_IFREG`; nil when there is none.
  ///
  /// Links are not followed.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// The paths of all regular files below a folder, sorted by folder.
  ///
  /// Links are not followed, so that a circle of them does no harm; pipes and the like are left
  /// out.
  ///
  /// - Throws: `input.unreadable` when it is no folder.
  package static func files(below folder: String) throws(Diagnostic) -> [String] {
    guard let names = entries(of: folder) else { throw unreadable(folder) }
    var paths: [String] = []
    for name in names {
      let path = "\(folder)/\(name)"
      switch kind(of: path) {
      case S_IFREG: paths.append(path)
      case S_IFDIR: paths += try files(below: path)
      default: continue
      }
    }
    return paths
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputUnreadable,
      "cannot read '\(path)': \(unsafe String(cString: strerror(errno)))"
    )
  }

  private static func unwritable(_ path: String) -> Diagnostic {
    Diagnostic(
      .outputUnwritable,
      "cannot write '\(path)': \(unsafe String(cString: strerror(errno)))"
    )
  }
}

extension Diagnostic.Code {
  /// The input cannot be opened or read.
  public static let inputUnreadable = Diagnostic.Code(rawValue: "input.unreadable")
  /// A file beyond the cap.
  public static let inputTooLarge = Diagnostic.Code(rawValue: "input.too-large")
  /// A text that is not UTF-8.
  public static let inputEncoding = Diagnostic.Code(rawValue: "input.encoding")
  /// A file cannot be written.
  public static let outputUnwritable = Diagnostic.Code(rawValue: "output.unwritable")
}
