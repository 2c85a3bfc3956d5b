import Diagnostics

/// The rule of every path in an interface: absolute, and of characters that libvirt keeps.
///
/// libvirt prints tabs and line ends as they are, and reads them back as blanks: the domain that it
/// stores would have another path than the one that it runs.
enum AbsolutePath {
  /// Checks a path.
  ///
  /// - Throws: The given code.
  static func check(
    _ path: String,
    called name: String,
    _ code: Diagnostic.Code,
    maximum: Int? = nil
  ) throws(Diagnostic) {
    let isTooLong = maximum.map { path.utf8.count > $0 } ?? false
    guard path.utf8.first == UInt8(ascii: "/"), !isTooLong,
      path.unicodeScalars.allSatisfy({ $0.isXMLCharacter && $0.value >= 0x20 })
    else {
      throw Diagnostic(
        code,
        "'\(Diagnostic.shortened(path))' cannot be the path of a \(name)",
        value: path,
        bound: "an absolute path\(maximum.map { " of at most \($0) bytes" } ?? ""),"
          + " without control characters"
      )
    }
  }
}
