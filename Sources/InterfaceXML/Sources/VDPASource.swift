public import Diagnostics

/// The device of an interface of type vdpa: `<source dev='/dev/vhost-vdpa-0'/>`.
public struct VDPASource: Hashable, Sendable {
  /// Path of the character device.
  public let dev: String

  /// Names a device.
  ///
  /// - Throws: `vdpa.path` unless the path is absolute, `value.character` for a character that
  ///   libvirt does not escape.
  public init(dev: String) throws(Diagnostic) {
    try AbsolutePath.check(dev, called: "vDPA device", .vdpaPath)
    try VerbatimText.check(dev, called: "vDPA device")
    self.dev = dev
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in try writer.attribute("dev", dev) }
  }
}

extension VDPASource {
  init(_ reader: inout ElementReader) throws(Diagnostic) { dev = try reader.required("dev") }
}

extension Diagnostic.Code {
  /// A path that a vDPA device cannot have.
  public static let vdpaPath = Diagnostic.Code(rawValue: "vdpa.path")
}
