public import Diagnostics

/// The name of a network device on the host: a TAP, a bridge, a macvtap or what is below one.
///
/// The bounds are the kernel's (`dev_valid_name`): 1…15 bytes, no blank, `/` or `:`, not `.` or
/// `..`. libvirt takes other names too, and fails when the guest starts: one that was read from a
/// document can be any text.
public struct DeviceName: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let description: String
  /// Whether it is one that nobody has anything against, as nearly all are.
  let isOrdinary: Bool

  /// Checks a name.
  ///
  /// - Throws: `device-name.empty`, `device-name.too-long`, `device-name.malformed`.
  public init(_ text: String) throws(Diagnostic) {
    isOrdinary = Self.isOrdinary(text)
    if !isOrdinary { try Self.check(text) }
    description = text
  }

  /// A name as a document has it, whatever the kernel will say.
  init(verbatim text: String) {
    description = text
    isOrdinary = Self.isOrdinary(text)
  }

  private static func check(_ text: String) throws(Diagnostic) {
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
    guard text != ".", text != "..", !text.utf8.contains(where: isForbidden),
      text.unicodeScalars.allSatisfy(\.isXMLCharacter)
    else {
      throw Diagnostic(
        .deviceNameMalformed,
        "the device name '\(text)' has a character that no device name can have",
        value: text,
        bound: "no blanks, control characters, '/', ':' or '%'; not '.' or '..'"
      )
    }
  }

  /// What to know of a name that does not work, or that libvirt's own schema does not take.
  var remark: Diagnostic? {
    if isOrdinary { return nil }
    do throws(Diagnostic) {
      try Self.check(description)
    } catch {
      return error
    }
    return description.utf8.allSatisfy(Self.isInSchema)
      ? nil
      : Diagnostic(
        .deviceNameSchema,
        "libvirt takes the device name '\(description)', but not where a domain is validated by its"
          + " schema",
        value: description,
        bound: "ASCII letters, digits, '_', '.' and '-'"
      )
  }

  private static func isOrdinary(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard (1...15).contains(bytes.count), bytes[0] != UInt8(ascii: ".") else { return false }
    for index in 0..<bytes.count where !isInSchema(bytes[index]) { return false }
    return true
  }

  /// Whether libvirt's schema has the byte in a device's name.
  @inline(__always)
  private static func isInSchema(_ byte: UInt8) -> Bool {
    // A bit for each byte of ASCII from 64 on, and below: every name is looked through, often twice.
    let (letters, others): (UInt64, UInt64) = (0x07FF_FFFE_97FF_FFFE, 0x03FF_6000_0000_0000)
    return byte < 0x80 && (byte < 0x40 ? others : letters) >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// The kernel's `isspace` knows the blanks of ASCII and, byte by byte, Latin-1's 0xA0.
  ///
  /// The other control characters it would take, and no XML document can hold. libvirt takes a `%`
  /// for the place of a number that it is to fill in.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xA0 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "%")
  }
}

extension Diagnostic.Code {
  /// A device name without a character.
  public static let deviceNameEmpty = Diagnostic.Code(rawValue: "device-name.empty")
  /// A device name beyond the kernel's 15 bytes.
  public static let deviceNameTooLong = Diagnostic.Code(rawValue: "device-name.too-long")
  /// A device name that libvirt's schema does not take.
  public static let deviceNameSchema = Diagnostic.Code(rawValue: "device-name.schema")
  /// A device name with a character that the kernel does not take.
  public static let deviceNameMalformed = Diagnostic.Code(rawValue: "device-name.malformed")
}
