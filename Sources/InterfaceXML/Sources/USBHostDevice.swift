import Diagnostics

/// A USB device of the host's: `<vendor id='0x1234'/><product id='0xbeef'/>`, or its address.
public struct USBHostDevice: Hashable, Sendable {
  /// Where a device is on its bus.
  public enum Place: Hashable, Sendable {
    /// The number that it has there now, as `lsusb` gives it.
    case device(UInt32)
    /// The port that it is plugged into, as `1.2`: since libvirt 12.
    case port(String)
  }

  /// The maker's and the product's number.
  public struct Identity: Hashable, Sendable {
    /// The maker.
    public var vendor: UInt32
    /// The product.
    public var product: UInt32

    /// Names a product; there is no maker 0.
    public init(vendor: UInt32, product: UInt32) {
      self.vendor = vendor
      self.product = product
    }
  }

  /// The bus and the place on it.
  public struct Address: Hashable, Sendable {
    /// The bus.
    public var bus: UInt32
    /// The place.
    public var place: Place

    /// Names a place.
    public init(bus: UInt32, place: Place) {
      self.bus = bus
      self.place = place
    }
  }

  /// What the device is.
  public var identity: Identity?
  /// Where the device is.
  public var address: Address?

  /// A device of which nothing is said.
  public init(identity: Identity? = nil, address: Address? = nil) {
    self.identity = identity
    self.address = address
  }

  var isEmpty: Bool { identity == nil && address == nil }

  func write(hasAddressType: Bool, to writer: inout XMLWriter) throws(Diagnostic) {
    if let identity {
      try writer.element("vendor") { writer throws(Diagnostic) in
        try writer.attribute("id", hexadecimal: identity.vendor, digits: 4)
      }
      try writer.element("product") { writer throws(Diagnostic) in
        try writer.attribute("id", hexadecimal: identity.product, digits: 4)
      }
    }
    guard let address else { return }
    try writer.element("address") { writer throws(Diagnostic) in
      if hasAddressType { try writer.attribute("type", "usb") }
      try writer.attribute("bus", printed: address.bus)
      switch address.place {
      case .device(let number): try writer.attribute("device", printed: number)
      case .port(let port): try writer.attribute("port", port, isEscaped: false)
      }
    }
  }
}

extension USBHostDevice {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let vendor = try reader.child("vendor") { reader throws(Diagnostic) -> UInt32? in
      try reader.required(reader.number("id", .prefixed, in: 1...UInt32.max), "id")
    }
    let product = try reader.child("product") { reader throws(Diagnostic) -> UInt32? in
      try reader.required(reader.number("id", .prefixed), "id")
    }
    switch (vendor, product) {
    case (let vendor?, let product?): identity = Identity(vendor: vendor, product: product)
    case (nil, nil): identity = nil
    default:
      throw Diagnostic(
        .sourceHostDevice,
        "a USB device is named by <vendor> and <product> together",
        remedy: "add the other"
      )
    }
    address = try reader.child("address") { reader throws(Diagnostic) -> Address? in
      try Self.address(&reader)
    }
  }

  private static func address(_ reader: inout ElementReader) throws(Diagnostic) -> Address? {
    _ = reader.text("type")
    let bus: UInt32 = try reader.required(reader.number("bus", .prefixed), "bus")
    guard reader.permits(.usbPort), let port = reader.filled("port") else {
      if !reader.permits(.usbPort) {
        reader.passes(overAttribute: "port", .sourceHostDevice, "libvirt reads it since 12 only")
      }
      let device: UInt32 = try reader.required(reader.number("device", .prefixed), "device")
      // libvirt takes zeros for nothing said.
      return bus == 0 && device == 0 && reader.libvirt != nil
        ? nil : Address(bus: bus, place: .device(device))
    }
    guard reader.text("device") == nil else {
      throw Diagnostic(
        .sourceHostDevice,
        "a USB address has a device and a port",
        bound: "one of them"
      ).at("@port")
    }
    // Without a device's number, bus 0 is nothing said either.
    return bus == 0 && reader.libvirt != nil ? nil : Address(bus: bus, place: .port(port))
  }
}
