public import Diagnostics

/// Which host files serve an interface: libvirt's `<backend>`.
public struct Backend: Hashable, Sendable {
  /// What connects a guest that has no device on the host.
  public enum Kind: String, CaseIterable, Sendable {
    /// What the hypervisor has for it; libvirt does not write the word.
    case `default`
    /// A process of passt.
    case passt
  }

  /// What connects the guest; types user and vhostuser.
  public var type: Kind?
  /// Path of the TAP control device, when it is not `/dev/net/tun`.
  public let tap: String?
  /// Path of the vhost device, when it is not `/dev/vhost-net`.
  public let vhost: String?

  /// Path of passt's log.
  public let logFile: String?
  /// The name that passt's DHCP server gives the guest; since libvirt 11.8.
  public let hostname: String?
  /// The name with its domain that passt's DHCP server gives the guest; since libvirt 11.8.
  public let fqdn: String?

  /// Names what connects the guest, and the files.
  ///
  /// - Throws: `backend.path` for a path that is not absolute, or that libvirt would rewrite.
  public init(
    type: Kind? = nil,
    tap: String? = nil,
    vhost: String? = nil,
    logFile: String? = nil,
    hostname: String? = nil,
    fqdn: String? = nil
  ) throws(Diagnostic) {
    self.type = type
    self.tap = try Self.checked(tap, "tap")
    self.vhost = try Self.checked(vhost, "vhost")
    self.logFile = try Self.checked(logFile, "logFile")
    self.hostname = hostname
    self.fqdn = fqdn
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
    if isEmpty { return }
    try writer.element("backend") { writer throws(Diagnostic) in
      try writer.attribute("type", type)
      try writer.attribute("tap", tap)
      try writer.attribute("vhost", vhost)
      try writer.attribute("logFile", logFile)
      try writer.attribute("hostname", hostname)
      try writer.attribute("fqdn", fqdn)
    }
  }

  var isEmpty: Bool {
    type == nil && tap == nil && vhost == nil && logFile == nil && hostname == nil && fqdn == nil
  }
}

extension Backend {
  /// Reads settings; only what QEMU serves through a virtio device has a vhost device.
  init?(hasVhost: Bool, _ reader: inout ElementReader) throws(Diagnostic) {
    var kind: Kind? = try reader.word(
      "type",
      among: (reader.permits(.defaultBackend) ? [.default] : [])
        + (reader.permits(.passtBackend) ? [.passt] : [])
    )
    if kind == .default, reader.libvirt != nil { kind = nil }
    type = kind
    tap = reader.text("tap").map(Self.cleaned)
    if hasVhost || reader.libvirt == nil {
      vhost = reader.text("vhost").map(Self.cleaned)
    } else {
      reader.passes(
        overAttribute: "vhost",
        .driverModel,
        "libvirt reads it beside a virtio model only"
      )
      vhost = nil
    }
    logFile = reader.text("logFile")
    if reader.permits(.backendHostName) {
      (hostname, fqdn) = (reader.text("hostname"), reader.text("fqdn"))
    } else {
      (hostname, fqdn) = (nil, nil)
    }
    if kind != .passt, let name = hostname ?? fqdn, reader.libvirt != nil {
      throw Diagnostic(
        .backendPasst,
        "only the passt backend gives the guest a name",
        value: name,
        bound: "backend type passt"
      ).at(hostname == nil ? "@fqdn" : "@hostname")
    }
    if isEmpty { return nil }
  }

  /// A path without repeated slashes and without one at its end; one of a URI stays as it is.
  static func cleaned(_ path: String) -> String {
    let bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    let scheme = bytes.indices.first { bytes[$0...].starts(with: "://".utf8) }
    if let scheme, bytes.firstIndex(of: slash).map({ $0 > scheme }) ?? false { return path }
    var kept: [UInt8] = []
    var rest = bytes[...]
    // POSIX leaves the meaning of exactly two slashes open, so they stay.
    if bytes.starts(with: [slash, slash]), bytes.count < 3 || bytes[2] != slash {
      kept = [slash, slash]
      rest = rest.dropFirst(2)
    }
    while let byte = rest.first {
      guard byte == slash else {
        kept.append(byte)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.drop { $0 == slash }
      if !kept.isEmpty, rest.isEmpty { break }
      kept.append(slash)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension Backend: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    if tap != nil, ![.ethernet, .bridge, .network].contains(interface.type) {
      return Interface.unsupported(
        "backend tap",
        by: interface.type,
        bound: [.network, .bridge, .ethernet]
      ).at("tap")
    }
    guard vhost != nil else { return nil }
    switch interface.type {
    case .ethernet, .bridge, .direct, .network:
      if interface.model?.isVirtio == true { return nil }
      return Diagnostic(
        .driverModel,
        "backend vhost needs a virtio model: libvirt drops it beside another",
        value: interface.model?.type,
        bound: "model \(Model.virtioFamily)"
      ).at("vhost")
    case .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null, .vds:
      return Interface.unsupported(
        "backend vhost",
        by: interface.type,
        bound: [.network, .bridge, .ethernet, .direct]
      ).at("vhost")
    }
  }
}

extension Diagnostic.Code {
  /// A path that a backend cannot have.
  public static let backendPath = Diagnostic.Code(rawValue: "backend.path")
  /// A backend of passt, or what only that has, where it has no place.
  public static let backendPasst = Diagnostic.Code(rawValue: "backend.passt")
}
