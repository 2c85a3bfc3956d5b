import Diagnostics
import DomainXML
import FileAccess
import Glibc
import InterfaceXML

extension AttachDocument {
  /// Refuses a device whose other end is not there, as far as this process sees the host.
  ///
  /// To be made before the running guest is changed; blocks, for some seconds in the worst case.
  ///
  /// - Parameters:
  ///   - host: The host, as far as it is seen.
  ///   - owned: Devices of the host that the domain's own NICs have, and that are in nobody's way.
  ///   - triesSockets: Whether a socket that QEMU is to listen at is tried out.
  /// - Throws: What is missing, or in the way.
  func refuseIfMissing(
    on host: HostView,
    owned: Set<String> = [],
    triesSockets: Bool = true
  ) throws(Diagnostic) {
    guard device.isInterface else { return }
    let interface = try Interface(device.element)
    switch interface.source {
    case .bridge(let source) where host.hasSameDevices:
      if !Self.exists(source.bridge) {
        throw Diagnostic(
          .hostBridgeMissing,
          "there is no bridge \(source.bridge) on the host",
          value: "\(source.bridge)",
          remedy: "make the bridge first"
        )
      }
    case .direct(let source) where host.hasSameDevices:
      if !Self.exists(source.dev) {
        throw Diagnostic(
          .hostDeviceMissing,
          "there is no network device \(source.dev) on the host",
          value: "\(source.dev)"
        )
      }
    case .ethernet where host.hasSameDevices: try refuseWrongTAP(interface.target, owned)
    case .vhostuser(let source) where host.hasSameFiles:
      // Without a path, passt makes its own.
      guard let path = source.path else { return }
      switch source.mode {
      case .client: try VHostUserPeer.refuseIfNoSocket(at: path)
      // The list of who listens is the network namespace's.
      case .server where !triesSockets || !host.hasSameDevices: break
      case .server: try VHostUserPeer.refuseIfNobodyConnects(to: path)
      }
    case .vdpa(let source) where host.hasSameFiles:
      if !Files.exists(source.dev) {
        throw Diagnostic(
          .hostVDPAUnopened,
          "there is no vDPA device \(source.dev) on the host",
          value: source.dev,
          remedy: "look whether the device and vhost_vdpa are there"
        )
      }
    case .bridge, .direct, .ethernet, .vhostuser, .vdpa, .network, .user, .hostdev, .mcast,
      .server, .client, .udp, .internal, .null, .vds:
      break
    }
  }

  /// A TAP device that is to be there already must be, and one that libvirt is to make must not.
  private func refuseWrongTAP(_ target: Target?, _ owned: Set<String>) throws(Diagnostic) {
    guard let target, let name = target.dev else { return }
    let isThere = Self.exists(name)
    if target.managed == false, !isThere {
      throw Diagnostic(
        .hostTAPMissing,
        "there is no TAP device \(name) on the host",
        value: "\(name)",
        remedy: "whoever plugs the VIF has to make it first"
      )
    }
    if target.managed != false, isThere, !owned.contains("\(name)") {
      throw Diagnostic(
        .hostDeviceExists,
        "the host has a device \(name) already, and libvirt is to make one",
        value: "\(name)",
        remedy: "it belongs to another guest, was left over, or is to be used with tapManaged off"
      )
    }
  }

  private static func exists(_ name: DeviceName) -> Bool {
    unsafe if_nametoindex(name.description) != 0
  }
}
