public import Diagnostics

/// The name of a network device on the host: a TAP, a bridge, a macvtap or what is below one.
///
/// The bounds are the kernel's (`dev_valid_name`): 1…15 bytes, no blank, `/` or `:`, not `.` or
/// `..`. libvirt takes other names too, and fails when the guest starts.
public struct DeviceName: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let description: String

  /// Checks a name.
  ///
  /// - Throws: `device-name.empty`, `device-name.too-long`, `device-name.malformed`.
  public init(_ text: String) throws(Diagnostic) {
    guard !text.isEmpty else {
      throw Diagnostic(
        .deviceNameEmpty,
        "the device name is empty",
        bound: "1…15 bytes",
        remedy: "give the name that the device has on the host"
      )
    }
    guard text.utf8.count <= 15 else {
      throw Diagnostic(
        .deviceNameTooLong,
        "the device name '\(Diagnostic.shortened(text))' has \(text.utf8.count) bytes",
        value: text,
        bound: "at most 15 bytes, the kernel's limit",
        remedy: "shorten it, as 'tap' and the first 11 characters of the port's id"
      )
    }
    guard text != ".", text != "..", !text.utf8.contains(where: Self.isForbidden) else {
      throw Diagnostic(
        .deviceNameMalformed,
        "the device name '\(text)' has a character that the kernel does not take",
        value: text,
        bound: "no blanks, control characters, '/' or ':'; not '.' or '..'"
      )
    }
    description = text
  }

  /// The kernel's `isspace` knows the blanks of ASCII and, byte by byte, Latin-1's 0xA0.
  ///
  /// The other control characters it would take, and no XML document can hold.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xA0 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }
}

extension Diagnostic.Code {
  /// A device name without a character.
  public static let deviceNameEmpty = Diagnostic.Code(rawValue: "device-name.empty")
  /// A device name beyond the kernel's 15 bytes.
  public static let deviceNameTooLong = Diagnostic.Code(rawValue: "device-name.too-long")
  /// A device name with a character that the kernel does not take.
  public static let deviceNameMalformed = Diagnostic.Code(rawValue: "device-name.malformed")
}
