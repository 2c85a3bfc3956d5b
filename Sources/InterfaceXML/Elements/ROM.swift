public import Diagnostics

/// The option ROM that the guest sees: libvirt's `<rom>`.
public struct ROM: Hashable, Sendable {
  /// Whether the guest sees one at all.
  public let enabled: Bool?
  /// Whether it is mapped into the device's memory.
  public let bar: Bool?
  /// A file to take instead of the device's own, absolute.
  public let file: String?

  /// Makes settings.
  ///
  /// - Throws: `rom.disabled` for a ROM that is off and described all the same, `rom.path`.
  public init(enabled: Bool? = nil, bar: Bool? = nil, file: String? = nil) throws(Diagnostic) {
    if enabled == false, bar != nil || file != nil {
      throw Diagnostic(
        .romDisabled,
        "a rom that is not enabled can have neither bar nor file",
        remedy: "leave bar and file out"
      )
    }
    if let file {
      do throws(Diagnostic) {
        try AbsolutePath.check(file, called: "rom", .romPath)
      } catch {
        throw error.at("file")
      }
    }
    self.enabled = enabled
    self.bar = bar
    self.file = file
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if enabled == nil, bar == nil, file == nil { return }
    try writer.element("rom") { writer throws(Diagnostic) in
      try writer.attribute("enabled", yesNo: enabled)
      try writer.attribute("bar", onOff: bar)
      try writer.attribute("file", file)
    }
  }
}

extension ROM {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    enabled = try reader.yesNo("enabled")
    bar = try reader.onOff("bar")
    file = reader.text("file")
    if enabled == false, bar != nil || file != nil {
      throw Diagnostic(
        .romDisabled,
        "a rom that is not enabled can have neither bar nor file",
        remedy: "leave bar and file out"
      )
    }
    if enabled == nil, bar == nil, file == nil { return nil }
  }
}

extension Diagnostic.Code {
  /// A ROM that is off and described all the same.
  public static let romDisabled = Diagnostic.Code(rawValue: "rom.disabled")
  /// A path that a ROM cannot have.
  public static let romPath = Diagnostic.Code(rawValue: "rom.path")
}
