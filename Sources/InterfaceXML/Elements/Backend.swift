public import Diagnostics

/// Which host files serve an interface: libvirt's `<backend>`.
public struct Backend: Hashable, Sendable {
  /// Path of the TAP control device, when it is not `/dev/net/tun`.
  public let tap: String?
  /// Path of the vhost device, when it is not `/dev/vhost-net`.
  public let vhost: String?

  /// Names the files.
  ///
  /// - Throws: `backend.path` for a path that is not absolute, or that libvirt would rewrite.
  public init(tap: String? = nil, vhost: String? = nil) throws(Diagnostic) {
    self.tap = try Self.checked(tap, "tap")
    self.vhost = try Self.checked(vhost, "vhost")
  }

  private static func checked(_ path: String?, _ name: String) throws(Diagnostic) -> String? {
    guard let path else { return nil }
    do throws(Diagnostic) {
      try AbsolutePath.check(path, called: "backend", .backendPath)
    } catch {
      throw error.at(name)
    }
    guard path.utf8.count > 1, !path.hasSuffix("/"), !path.contains("//") else {
      throw Diagnostic(
        .backendPath,
        "libvirt would rewrite the path '\(Diagnostic.shortened(path))'",
        value: path,
        bound: "a path without '//' and without '/' at its end"
      ).at(name)
    }
    return path
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if tap == nil, vhost == nil { return }
    try writer.element("backend") { writer throws(Diagnostic) in
      try writer.attribute("tap", tap)
      try writer.attribute("vhost", vhost)
    }
  }
}

extension Backend: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    if tap != nil, interface.type != .ethernet, interface.type != .bridge {
      return Interface.unsupported(
        "backend tap",
        by: interface.type,
        bound: [.ethernet, .bridge]
      ).at("tap")
    }
    guard vhost != nil else { return nil }
    switch interface.type {
    case .ethernet, .bridge, .direct:
      if interface.model?.isVirtio == true { return nil }
      return Diagnostic(
        .driverModel,
        "backend vhost needs a virtio model: libvirt drops it beside another",
        value: interface.model?.type,
        bound: "model \(Model.virtioFamily)"
      ).at("vhost")
    case .hostdev, .vhostuser, .vdpa:
      return Interface.unsupported(
        "backend vhost",
        by: interface.type,
        bound: [.ethernet, .bridge, .direct]
      ).at("vhost")
    }
  }
}

extension Diagnostic.Code {
  /// A path that a backend cannot have.
  public static let backendPath = Diagnostic.Code(rawValue: "backend.path")
}
