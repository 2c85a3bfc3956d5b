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
    if let model = interface.text("model") {
      throw Diagnostic(
        .sourceHostDevice,
        "an interface of type 'hostdev' has attribute 'model', which mediated devices have only",
        value: model
      ).at("@model")
    }
    let children = interface.element.all("source").flatMap(\.children)
    let type =
      children.lazy.filter { $0.name == "address" }.compactMap { $0["type"] }.first
      ?? (children.contains { $0.name == "vendor" } ? "usb" : nil)
    self = try interface.source { reader throws(Diagnostic) -> HostDeviceSource in
      try HostDeviceSource(type, &reader)
    }
    // libvirt takes any other word for no.
    managed = interface.text("managed") == "yes"
  }

  /// Reads a `<source>` with a device of this kind.
  init(_ type: String?, _ reader: inout ElementReader) throws(Diagnostic) {
    switch type {
    case "pci":
      self.init(device: .pci(.zero), managed: false)
      writeFiltering = try reader.yesNo("writeFiltering")
      let address = try reader.child("address") { reader throws(Diagnostic) -> PCIAddress? in
        _ = reader.text("type")
        multifunction = try reader.onOff("multifunction")
        try PCIDeviceAddress.ZPCI.checkUnkept(reader)
        return try PCIAddress(&reader)
      }
      if let address { device = .pci(address) }
      guard reader.text("startupPolicy") == nil else {
        throw Diagnostic(
          .sourceHostDevice,
          "only USB devices have a startupPolicy",
          bound: "a USB device"
        ).at("@startupPolicy")
      }
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
