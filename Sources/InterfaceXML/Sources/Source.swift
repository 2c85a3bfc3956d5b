import Diagnostics

/// What an interface is connected to on the host: libvirt's `<source>`, and the type with it.
public enum Source: Hashable, Sendable {
  /// Nothing: a TAP device, which the target names.
  case ethernet
  /// A bridge.
  case bridge(BridgeSource)
  /// A host device with macvtap on it.
  case direct(DirectSource)
  /// A PCI function.
  case hostdev(HostDeviceSource)
  /// A vhost-user socket.
  case vhostuser(VHostUserSource)
  /// A vDPA device.
  case vdpa(VDPASource)

  /// The type of interface that has such a source.
  public var type: InterfaceType {
    switch self {
    case .ethernet: .ethernet
    case .bridge: .bridge
    case .direct: .direct
    case .hostdev: .hostdev
    case .vhostuser: .vhostuser
    case .vdpa: .vdpa
    }
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    switch self {
    case .ethernet: break
    case .bridge(let source): try source.write(to: &writer)
    case .direct(let source): try source.write(to: &writer)
    case .hostdev(let source): try source.write(to: &writer)
    case .vhostuser(let source): try source.write(to: &writer)
    case .vdpa(let source): try source.write(to: &writer)
    }
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
    case .ethernet, .hostdev, .vhostuser, .vdpa: []
    }
  }
}
