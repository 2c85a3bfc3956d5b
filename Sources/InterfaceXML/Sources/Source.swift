import Diagnostics

/// What an interface is connected to on the host: libvirt's `<source>`, and the type with it.
public enum Source: Hashable, Sendable {
  /// A virtual network of libvirt's.
  case network(NetworkSource)
  /// A bridge.
  case bridge(BridgeSource)
  /// A TAP device, which the target names.
  case ethernet(EthernetSource = EthernetSource())
  /// A connection through the hypervisor's own process, or through passt.
  case user(UserSource)
  /// A host device with macvtap on it.
  case direct(DirectSource)
  /// A host device that the guest is given.
  case hostdev(HostDeviceSource)
  /// A vhost-user socket.
  case vhostuser(VHostUserSource)
  /// A vDPA device.
  case vdpa(VDPASource)
  /// A group of UDP multicast, which stands for a virtual wire.
  case mcast(SocketSource)
  /// The listening end of a TCP connection between two guests.
  case server(SocketSource)
  /// The calling end of a TCP connection between two guests.
  case client(SocketSource)
  /// A UDP tunnel between two guests.
  case udp(SocketSource)
  /// A network inside VirtualBox.
  case `internal`(InternalSource)
  /// Nothing (VMware).
  case null
  /// A port of a distributed switch of VMware's.
  case vds(VDSSource)

  /// The type of interface that has such a source.
  public var type: InterfaceType {
    switch self {
    case .network: .network
    case .bridge: .bridge
    case .ethernet: .ethernet
    case .user: .user
    case .direct: .direct
    case .hostdev: .hostdev
    case .vhostuser: .vhostuser
    case .vdpa: .vdpa
    case .mcast: .mcast
    case .server: .server
    case .client: .client
    case .udp: .udp
    case .internal: .internal
    case .null: .null
    case .vds: .vds
    }
  }

  /// Whether the guest is given a PCI function.
  var isPCIHostDevice: Bool { if case .hostdev(let source) = self { source.isPCI } else { false } }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    switch self {
    case .network(let source): try source.write(to: &writer)
    case .bridge(let source): try source.write(to: &writer)
    case .ethernet(let source): try source.write(to: &writer)
    case .user(let source): try source.write(to: &writer)
    case .direct(let source): try source.write(to: &writer)
    case .hostdev(let source): try source.write(to: &writer)
    case .vhostuser(let source): try source.write(to: &writer)
    case .vdpa(let source): try source.write(to: &writer)
    case .mcast(let source), .server(let source), .client(let source), .udp(let source):
      try source.write(to: &writer)
    case .internal(let source): try source.write(to: &writer)
    case .null: break
    case .vds(let source): try source.write(to: &writer)
    }
  }
}

extension Source {
  /// Reads the source of an interface of this type out of the `<interface>` itself.
  init(
    _ type: InterfaceType,
    backend: Backend?,
    reading interface: inout ElementReader
  ) throws(Diagnostic) {
    let isPasst = backend?.type == .passt
    switch type {
    case .network: self = .network(try interface.source(NetworkSource.init))
    case .bridge: self = .bridge(try interface.source(BridgeSource.init))
    case .ethernet: self = .ethernet(try EthernetSource(reading: &interface))
    case .user: self = .user(try UserSource(isPasst: isPasst, reading: &interface))
    case .direct: self = .direct(try interface.source(DirectSource.init))
    case .hostdev: self = .hostdev(try HostDeviceSource(reading: &interface))
    case .vhostuser:
      self = .vhostuser(try VHostUserSource(isPasst: isPasst, reading: &interface))
    case .vdpa: self = .vdpa(try interface.source(VDPASource.init))
    case .mcast: self = .mcast(try SocketSource(.mcast, reading: &interface))
    case .server: self = .server(try SocketSource(.server, reading: &interface))
    case .client: self = .client(try SocketSource(.client, reading: &interface))
    case .udp: self = .udp(try SocketSource(.udp, reading: &interface))
    case .internal: self = .internal(try interface.source(InternalSource.init))
    case .null:
      try interface.sourceWithoutMeaning(to: .null)
      self = .null
    case .vds: self = .vds(try interface.source(VDSSource.init))
    }
  }
}

extension ElementReader {
  /// Reads the `<source>` that a type asks for.
  ///
  /// - Throws: `source.missing`.
  mutating func source<Value>(
    _ body: (inout ElementReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let value = try child("source") { reader throws(Diagnostic) -> Value? in
      try reader.refuseHostAddresses()
      return try body(&reader)
    }
    guard let value else {
      throw Diagnostic(
        .sourceMissing,
        "an interface of type '\(element["type"] ?? "user")' has no <source>",
        remedy: "add one: libvirt refuses the interface without"
      ).at("source")
    }
    return value
  }

  /// Passes over the `<source>` of a type that has none.
  mutating func sourceWithoutMeaning(to type: InterfaceType) throws(Diagnostic) {
    _ = try child("source") { reader throws(Diagnostic) -> Bool? in
      try reader.refuseHostAddresses()
      return true
    }
  }

  /// Addresses of the host's end are set on TAP devices only.
  mutating func refuseHostAddresses() throws(Diagnostic) {
    let (addresses, routes) = try hostAddresses()
    guard addresses.isEmpty, routes.isEmpty else {
      throw Diagnostic(
        .sourceAddresses,
        "only an interface of type 'ethernet' can have addresses and routes on the host",
        bound: "type ethernet",
        remedy: "leave them out of <source>"
      ).at(addresses.isEmpty ? "route" : "ip")
    }
  }

  /// The addresses and routes that stand in a `<source>`.
  mutating func hostAddresses() throws(Diagnostic) -> ([IP], [Route]) {
    (try children("ip", IP.init), try children("route", Route.init))
  }
}

extension Source: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    if case .vhostuser(let source) = self { source.refusal(in: interface) } else { nil }
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    switch self {
    case .bridge(let source): source.bridge.remark.map { [$0.at("bridge")] } ?? []
    case .direct(let source): source.dev.remark.map { [$0.at("dev")] } ?? []
    case .ethernet, .hostdev, .vhostuser, .vdpa, .network, .user, .mcast, .server, .client, .udp,
      .internal, .null, .vds:
      []
    }
  }
}

extension Diagnostic.Code {
  /// An interface without the source that its type asks for.
  public static let sourceMissing = Self(rawValue: "source.missing")
  /// Addresses of the host's end where there is no TAP device to set them on.
  public static let sourceAddresses = Self(rawValue: "source.addresses")
}
