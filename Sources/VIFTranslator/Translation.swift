public import Diagnostics
import FileAccess
public import InterfaceXML
public import VIFModel

/// What libvirt is told of a VIF.
public indirect enum Device: Hashable, Sendable {
  /// An `<interface>`.
  case interface(Interface)
  /// A `<hostdev>`: a PCI function that is no network device to libvirt.
  case hostDevice(HostDevice)
}

/// The translation of a VIF into what libvirt is told: a pure function of the VIF, the guest's
/// settings and the host's devices.
///
/// Each pair of VIF type and port profile ends here, in a device or in a typed error.
public struct Translation: Hashable, Sendable {
  /// What libvirt is told.
  public let device: Device
  /// What is worth knowing although it is allowed.
  public let warnings: [Diagnostic]
  private let places: ElementPlaces

  /// Translates a VIF.
  ///
  /// - Parameters:
  ///   - vif: What the network's side says.
  ///   - guest: What the virtual machine's side wants.
  ///   - host: Who knows the host's devices.
  /// - Throws: What is wrong, with a path that begins with `vif` or `guest`.
  public init(
    of vif: borrowing VIF,
    guest: borrowing GuestSettings = GuestSettings(),
    host: any HostDevices = HostDeviceTable()
  ) throws(Diagnostic) {
    let places = ElementPlaces(vif: vif, guest: guest)
    var warnings: [Diagnostic] = []
    device = try Self.translate(vif, guest, host, places, &warnings) {
      .interface($0)
    } hostDevice: {
      .hostDevice($0)
    }
    self.warnings = warnings
    self.places = places
  }

  /// Translates a VIF and lends what it becomes to whoever makes something of it, which spares a copy.
  @inline(__always)
  private static func translate<Result>(
    _ vif: VIF,
    _ guest: GuestSettings,
    _ host: any HostDevices,
    _ places: ElementPlaces,
    _ warnings: inout [Diagnostic],
    interface use: (Interface) throws(Diagnostic) -> Result,
    hostDevice useHostDevice: (HostDevice) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    if case .hostDevice(let function) = vif, function.isGeneric(to: guest) {
      let device: HostDevice
      do throws(Diagnostic) {
        if let refusal = PairRules.refusal(of: vif) { throw refusal }
        device = try function.hostDevice(guest)
      } catch {
        throw error.inObject(of: vif)
      }
      return try useHostDevice(device)
    }
    var interface: Interface
    do throws(Diagnostic) {
      interface = try connection(of: vif, guest, host, &warnings)
      try complete(&interface, of: vif, guest, places, &warnings)
    } catch {
      throw error.inObject(of: vif)
    }
    return try use(interface)
  }

  /// The interface as far as the host's side decides on it.
  private static func connection(
    of vif: VIF,
    _ guest: GuestSettings,
    _ host: any HostDevices,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Interface {
    if let refusal = PairRules.refusal(of: vif) { throw refusal }
    return switch vif {
    case .generic(let vif): try vif.interface(guest)
    case .bridge(let vif): try vif.interface()
    case .openVSwitch(let vif): try vif.interface(guest, &warnings)
    case .direct(let vif): try vif.interface(guest, host, &warnings)
    case .vHostUser(let vif): try vif.interface(guest)
    case .hostDevice(let vif): try vif.interface(guest, host)
    case .nestedDPDK: throw PairRules.unsupported(vif, because: PairRules.nestedReason)
    }
  }

  /// Adds what the guest's side decides on, and checks the whole.
  private static func complete(
    _ interface: inout Interface,
    of vif: VIF,
    _ guest: GuestSettings,
    _ places: ElementPlaces,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) {
    interface.mac = MAC(try mac(of: vif))
    try guest.apply(to: &interface, of: vif, &warnings)
    do throws(Diagnostic) {
      let remarks = try interface.check()
      if !remarks.isEmpty { warnings += remarks.map(places.placed) }
    } catch {
      throw places.placed(error)
    }
  }

  private static func mac(of vif: VIF) throws(Diagnostic) -> MACAddress {
    guard let address = vif.address else {
      throw Diagnostic.missingField(
        "address",
        because: "a NIC without the port's MAC address would get one that the network drops"
      ).atVIF("address")
    }
    return address
  }

  /// Translates a VIF and writes its document behind what a buffer holds.
  ///
  /// - Returns: The warnings.
  /// - Throws: As ``init(of:guest:host:)`` and ``xml()``; then nothing was written.
  static func write(
    _ vif: VIF,
    guest: GuestSettings,
    host: any HostDevices,
    to buffer: inout ByteBuffer
  ) throws(Diagnostic) -> [Diagnostic] {
    let places = ElementPlaces(vif: vif, guest: guest)
    var warnings: [Diagnostic] = []
    try translate(vif, guest, host, places, &warnings) { interface throws(Diagnostic) in
      try write(interface, places, to: &buffer)
    } hostDevice: { device throws(Diagnostic) in
      try write(device, places, to: &buffer)
    }
    return warnings
  }

  private static func write(
    _ interface: Interface,
    _ places: ElementPlaces,
    to buffer: inout ByteBuffer
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      try interface.write(to: &buffer)
    } catch {
      throw places.placedBelowRoot(error)
    }
  }

  private static func write(
    _ device: HostDevice,
    _ places: ElementPlaces,
    to buffer: inout ByteBuffer
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      buffer.append(try device.xml())
    } catch {
      throw places.placedBelowRoot(error)
    }
  }

  /// The document that libvirt is given, as `virsh dumpxml` prints such an element.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold.
  public func xml() throws(Diagnostic) -> String {
    var buffer = ByteBuffer()
    switch device {
    case .interface(let interface): try Self.write(interface, places, to: &buffer)
    case .hostDevice(let device): try Self.write(device, places, to: &buffer)
    }
    return buffer.text
  }
}
