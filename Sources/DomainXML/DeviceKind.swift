/// A kind of device that connects a guest to a network.
enum DeviceKind: String, CaseIterable {
  /// `<interface>`.
  case interface
  /// `<hostdev>`: a device of the host, whatever it is.
  case hostdev

  /// The kind of an element; nil when it is another device.
  init?(_ element: ElementExtent) {
    guard element.isPlain else { return nil }
    self.init(rawValue: element.name)
  }

  /// The elements of `<devices>` that libvirt prints before those of this kind.
  var predecessors: Set<String> {
    switch self {
    case .interface: ["emulator", "disk", "controller", "lease", "filesystem"]
    case .hostdev:
      Self.interface.predecessors.union([
        "interface", "smartcard", "serial", "parallel", "console", "channel", "input", "tpm",
        "graphics", "sound", "audio", "video",
      ])
    }
  }
}
