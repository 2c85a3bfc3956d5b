public import Diagnostics
package import FileAccess
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
    host: some HostDevices = HostDeviceTable()
  ) throws(Diagnostic) {
    let places = ElementPlaces(vif: vif, guest: guest)
    var warnings: [Diagnostic] = []
    do throws(Diagnostic) {
      device = try Self.wholeDevice(of: vif, guest, host, places, &warnings)
    } catch {
      throw error.inObject(of: vif)
    }
    self.warnings = warnings
    self.places = places
  }

  private static func wholeDevice(
    of vif: VIF,
    _ guest: GuestSettings,
    _ host: some HostDevices,
    _ places: ElementPlaces,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Device {
    if let refusal = PairRules.refusal(of: vif) { throw refusal }
    var interface: Interface
    switch vif {
    case .generic(let vif): interface = try vif.interface(guest)
    case .bridge(let vif): interface = try vif.interface()
    case .openVSwitch(let vif): interface = try vif.interface(guest, &warnings)
    case .direct(let vif): interface = try vif.interface(guest, host, &warnings)
    case .vHostUser(let vif): interface = try vif.interface(guest)
    case .hostDevice(let vif):
      switch try vif.device(guest, host) {
      case .interface(let device): interface = device
      case .hostDevice(var device):
        try guest.apply(to: &device)
        return .hostDevice(device)
      }
    case .nestedDPDK: throw PairRules.unsupported(vif, because: PairRules.nestedReason)
    }
    interface.mac = MAC(try mac(of: vif))
    try guest.apply(to: &interface, of: vif, &warnings)
    do throws(Diagnostic) {
      let remarks = try interface.check()
      if !remarks.isEmpty { warnings += remarks.map(places.placed) }
    } catch {
      throw places.placed(error)
    }
    return .interface(interface)
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

  /// Writes the document behind what a buffer holds.
  ///
  /// - Throws: As ``xml()``; then nothing was written.
  package func write(to buffer: inout ByteBuffer) throws(Diagnostic) {
    do throws(Diagnostic) {
      switch device {
      case .interface(let interface): try interface.write(to: &buffer)
      case .hostDevice(let device): buffer.append(try device.xml())
      }
    } catch {
      throw placed(error)
    }
  }

  private func placed(_ error: Diagnostic) -> Diagnostic {
    places.placed(error.at(JSONPointer(Array(error.path.components.dropFirst()))))
  }

  /// The document that libvirt is given, as `virsh dumpxml` prints such an element.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold.
  public func xml() throws(Diagnostic) -> String {
    var buffer = ByteBuffer()
    try write(to: &buffer)
    return buffer.text
  }
}
