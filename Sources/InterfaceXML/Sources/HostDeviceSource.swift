public import Addresses
import Diagnostics

/// The host's device that an interface of type hostdev, or a `<hostdev>`, gives to the guest.
public struct HostDeviceSource: Hashable, Sendable {
  /// The kinds of devices that have network functions.
  public enum Device: Hashable, Sendable {
    /// A PCI function.
    case pci(PCIAddress)
    /// A USB device.
    case usb(USBHostDevice)
  }

  /// What happens at a start when the device is not there (USB).
  public enum StartupPolicy: String, CaseIterable, Sendable {
    /// The default of libvirt.
    case `default`
    /// The start fails.
    case mandatory
    /// The start fails, unless the guest comes from another host or a saved state.
    case requisite
    /// The guest starts without.
    case optional
  }

  /// Whether the guest may reset the device (USB).
  public enum GuestReset: String, CaseIterable, Sendable {
    /// It may not.
    case off
    /// It may while it is not set up.
    case uninitialized
    /// It may.
    case on
  }

  /// The device.
  public var device: Device
  /// Whether libvirt takes the device from its driver before use and gives it back after.
  public var managed: Bool
  /// Whether further functions are in use (PCI), which libvirt reads here and does not keep.
  public var multifunction: Bool?
  /// Whether the guest's writes to the configuration space are filtered (PCI, Xen).
  public var writeFiltering: Bool?
  /// What happens when the device is not there (USB).
  public var startupPolicy: StartupPolicy?
  /// Whether the guest may reset the device (USB).
  public var guestReset: GuestReset?
  /// Whether the device was not there, in a running guest only.
  public var missing: Bool?

  /// Names a device.
  public init(device: Device, managed: Bool = true) {
    self.device = device
    self.managed = managed
  }

  /// Names a PCI function.
  public init(address: PCIAddress, managed: Bool = true) {
    self.init(device: .pci(address), managed: managed)
  }

  /// Whether the device is a PCI function.
  public var isPCI: Bool { if case .pci = device { true } else { false } }

  /// Writes the element; in a `<hostdev>` the address has no type.
  func write(hasAddressType: Bool = true, to writer: inout XMLWriter) throws(Diagnostic) {
    if case .usb(let device) = device, device.isEmpty, startupPolicy == nil, guestReset == nil,
      missing == nil
    {
      return
    }
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("writeFiltering", yesNo: writeFiltering)
      try writer.attribute("startupPolicy", startupPolicy)
      try writer.attribute("missing", yesNo: missing)
      try writer.attribute("guestReset", guestReset)
      switch device {
      case .pci(let address):
        try writer.element("address") { writer throws(Diagnostic) in
          if hasAddressType { try writer.attribute("type", "pci") }
          try writer.attributes(of: address)
          if writer.printsExactly { try writer.attribute("multifunction", onOff: multifunction) }
        }
      case .usb(let device): try device.write(hasAddressType: hasAddressType, to: &writer)
      }
    }
  }
}

extension HostDeviceSource {
  /// Reads the source of an `<interface type='hostdev'>`, whose address names the kind.
  init(reading interface: inout ElementReader) throws(Diagnostic) {
    try Self.refuseAttributesOfOthers(interface.element)
    let children = interface.element.all("source").flatMap(\.children)
    let type =
      children.lazy.filter { $0.name == "address" }.compactMap { $0["type"] }.first
      ?? (children.contains { $0.name == "vendor" } ? "usb" : nil)
    if type == "pci" { try Self.refuseWhatPCILacks(interface) }
    self = try interface.source { reader throws(Diagnostic) -> HostDeviceSource in
      try HostDeviceSource(type, &reader)
    }
    // libvirt takes any other word for no.
    managed = interface.text("managed") == "yes"
  }

  /// libvirt reads the interface as a `<hostdev>` too, of which some kinds have more attributes.
  private static func refuseAttributesOfOthers(_ interface: XMLElement) throws(Diagnostic) {
    for (name, owner) in [("model", "mediated"), ("sgio", "SCSI"), ("rawio", "SCSI")] {
      guard let value = interface[name] else { continue }
      throw Diagnostic(
        .sourceHostDevice,
        "an interface of type 'hostdev' has attribute '\(name)', which \(owner) devices have only",
        value: value,
        remedy: "leave it out"
      ).at("@\(name)")
    }
  }

  private static func refuseWhatPCILacks(_ interface: ElementReader) throws(Diagnostic) {
    // Any of several sources counts.
    if interface.element.all("source").contains(where: { $0["startupPolicy"] != nil }) {
      throw startupPolicyRefusal.at("source")
    }
    guard interface.enforces(.hostDeviceDisplayChecked) else { return }
    for name in ["display", "ramfb"] {
      guard let word = interface.element[name], word != "on", word != "off" else { continue }
      throw interface.notAllowed(name, word, ["on", "off"])
    }
  }

  private static var startupPolicyRefusal: Diagnostic {
    Diagnostic(.sourceHostDevice, "only USB devices have a startupPolicy", bound: "a USB device")
      .at("@startupPolicy")
  }

  /// Reads a `<source>` with a device of this kind.
  init(_ type: String?, _ reader: inout ElementReader) throws(Diagnostic) {
    switch type {
    case "pci":
      self.init(device: .pci(.zero), managed: false)
      writeFiltering = try reader.yesNo("writeFiltering")
      let address = try reader.child("address") { reader throws(Diagnostic) -> PCIAddress? in
        _ = reader.text("type")
        let multifunction = try reader.onOff("multifunction")
        if reader.libvirt == nil { self.multifunction = multifunction }
        try PCIDeviceAddress.ZPCI.checkUnkept(reader)
        return try PCIAddress(&reader)
      }
      if let address { device = .pci(address) }
      if reader.element["startupPolicy"] != nil { throw Self.startupPolicyRefusal }
    case "usb":
      self.init(device: .usb(USBHostDevice()), managed: false)
      startupPolicy = try reader.word(
        "startupPolicy",
        among: [.mandatory, .requisite, .optional]
      )
      guestReset = try reader.word("guestReset")
      if reader.libvirt == nil { missing = try reader.yesNo("missing") }
      device = .usb(try USBHostDevice(&reader))
    default:
      throw Diagnostic(
        .sourceHostDevice,
        "the source names no PCI or USB device",
        value: type,
        bound: "<address type='pci' …/>, <address type='usb' …/> or <vendor/> and <product/>"
      ).at("address")
    }
  }
}

extension Diagnostic.Code {
  /// A source that is no device of the host's.
  public static let sourceHostDevice = Self(rawValue: "source.hostdev")
}
