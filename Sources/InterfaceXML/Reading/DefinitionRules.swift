import Diagnostics

// What libvirt refuses of an interface as a whole when it is defined, whichever hypervisor is to
// run it (`virDomainNetDefValidate`, `virDomainHostdevDefValidate`).

extension Interface {
  /// The refusals of the version that reads.
  func refusals(_ reader: ElementReader) -> [Diagnostic] {
    [
      targetRefusal, portRefusal, backendRefusal, portForwardRefusal(reader),
      vhostUserRefusal(reader),
      vlanRefusal(reader), hostDeviceAddressRefusal,
    ].compactMap(\.self)
  }

  private var targetRefusal: Diagnostic? {
    guard target?.managed == false, type != .ethernet else { return nil }
    return Self.unsupported("an unmanaged target", by: type, bound: [.ethernet])
      .at("@managed").at("target")
  }

  private var portRefusal: Diagnostic? {
    guard port?.isolated == true else { return nil }
    return port?.refusal(in: self)?.at("port")
  }

  private var backendRefusal: Diagnostic? {
    guard backend?.type == .passt, type != .user, type != .vhostuser else { return nil }
    return Self.unsupported("a passt backend", by: type, bound: [.user, .vhostuser])
      .at("@type").at("backend")
  }

  private func portForwardRefusal(_ reader: ElementReader) -> Diagnostic? {
    guard !portForwards.isEmpty, backend?.type != .passt, reader.enforces(.portForwardNeedsPasst)
    else { return nil }
    return Diagnostic(
      .backendPasst,
      "only the passt backend forwards ports",
      bound: "backend type passt",
      remedy: "add <backend type='passt'/>, or leave portForward out"
    ).at("portForward")
  }

  private func vhostUserRefusal(_ reader: ElementReader) -> Diagnostic? {
    guard case .vhostuser(let source) = source, !reader.permits(.vhostUserCheckedByDriver) else {
      return nil
    }
    if source.reconnect?.enabled == true, let refusal = source.refusal(in: self) {
      return refusal.at("source")
    }
    return model?.isVirtio == true
      ? nil
      : Diagnostic(
        .modelVirtioOnly,
        "an interface of type 'vhostuser' needs a virtio model",
        value: model?.type ?? "none",
        bound: Model.virtioFamily,
        remedy: "add <model type='virtio'/>"
      ).at("model")
  }

  private func vlanRefusal(_ reader: ElementReader) -> Diagnostic? {
    guard let vlan, reader.enforces(.vlanChecked) else { return nil }
    switch source {
    case .network, .bridge, .hostdev: return nil
    case .direct(let source) where source.mode == .passthrough: return nil
    case .direct, .ethernet, .user, .vhostuser, .vdpa, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      return vlan.refusal(in: self)?.at("vlan")
    }
  }

  /// A host device has an address of the bus that it is on at the host.
  private var hostDeviceAddressRefusal: Diagnostic? {
    guard case .hostdev(let source) = source, let address else { return nil }
    switch (source.device, address) {
    case (.pci, .pci), (.usb, .usb): return nil
    case (.pci, _), (.usb, _):
      return Diagnostic(
        .addressKind,
        "a host device cannot have an address of type '\(address.kind.rawValue)'",
        value: address.kind.rawValue,
        bound: source.isPCI ? "pci" : "usb"
      ).at("@type").at("address")
    }
  }
}

extension Diagnostic.Code {
  /// An address on a bus that the device is not for.
  public static let addressKind = Self(rawValue: "address.kind")
}
