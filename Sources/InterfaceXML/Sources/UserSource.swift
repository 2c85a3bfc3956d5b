import Diagnostics

/// The host's end of an interface of type user, which only the passt backend has: `<source dev='eth0'/>`.
public struct UserSource: Hashable, Sendable {
  /// The device whose addresses and routes passt gives to the guest.
  public var dev: String?

  /// Names a device, or none.
  public init(dev: String? = nil) { self.dev = dev }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    guard let dev else { return }
    try writer.element("source") { writer throws(Diagnostic) in try writer.attribute("dev", dev) }
  }
}

extension UserSource {
  init(isPasst: Bool, reading interface: inout ElementReader) throws(Diagnostic) {
    let source = try interface.child("source") { reader throws(Diagnostic) -> UserSource? in
      try reader.refuseHostAddresses()
      guard isPasst || reader.libvirt == nil else {
        reader.passes(
          overAttribute: "dev",
          .sourceDevice,
          "libvirt reads it beside the passt backend only"
        )
        return nil
      }
      return UserSource(dev: reader.text("dev"))
    }
    self = source ?? UserSource()
  }
}

extension Diagnostic.Code {
  /// A source device without the backend that has one.
  public static let sourceDevice = Self(rawValue: "source.dev")
}
