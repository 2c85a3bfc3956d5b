public import Addresses
public import Diagnostics
package import FileAccess
import InterfaceXML
package import JSONText
public import VIFModel

/// One item of input: a VIF, with what is asked of its translation.
///
/// In JSON either a bare os-vif primitive, or
/// `{"id"?, "vif": PRIMITIVE, "guest"?: SETTINGS, "host"?: {"netdev": {PCI: name}, "vdpa": {…}}}`.
public struct TranslationRequest: Hashable, Sendable {
  /// What the item is called in the answer: the JSON text of a string or a number.
  public var id: String?
  /// The VIF.
  public var vif: VIF
  /// What the guest wants.
  public var guest: GuestSettings
  /// Names of network devices by PCI address; others are asked of the host.
  public var netdevs: [PCIAddress: String] = [:]
  /// Paths of vDPA devices by PCI address; others are asked of the host.
  public var vdpaDevices: [PCIAddress: String] = [:]

  private var isBare = true

  enum Key: String, CaseIterable { case id, vif, guest, host }
  enum HostKey: String, CaseIterable { case netdev, vdpa }

  /// Made once: each item is looked through for them.
  private static let keys = Key.allCases.map(\.rawValue)

  /// Reads the item that comes next.
  ///
  /// - Parameters:
  ///   - defaults: What holds for the settings that the item leaves out.
  ///   - id: Gets the item's id as soon as it is known, so that a fault can be told with it.
  package init(
    reading reader: inout JSONReader,
    defaults: GuestSettings,
    id: inout String?
  ) throws(Diagnostic) {
    if try reader.isWrapped(by: Self.keys) {
      try self.init(wrappedIn: &reader, defaults: defaults, id: &id)
    } else {
      self.init(of: try VIF.read(&reader), guest: defaults)
    }
  }

  /// Translates the item that comes next and writes its document behind what a buffer holds; paths are
  /// as the item has them.
  ///
  /// - Parameters: As ``init(reading:defaults:id:)`` has them; `host` is asked for what the item does not
  ///   name.
  /// - Returns: The warnings.
  package static func translate(
    reading reader: inout JSONReader,
    defaults: GuestSettings,
    host: any HostDevices,
    id: inout String?,
    to buffer: inout ByteBuffer
  ) throws(Diagnostic) -> [Diagnostic] {
    guard try reader.isWrapped(by: keys) else {
      // Nothing is made of it but the document.
      let vif = try VIF.read(&reader)
      return try write(vif, defaults, host, isBare: true, to: &buffer)
    }
    return try TranslationRequest(wrappedIn: &reader, defaults: defaults, id: &id)
      .write(to: &buffer, host: host)
  }

  private static func write(
    _ vif: VIF,
    _ guest: GuestSettings,
    _ host: any HostDevices,
    isBare: Bool,
    to buffer: inout ByteBuffer
  ) throws(Diagnostic) -> [Diagnostic] {
    do throws(Diagnostic) {
      let warnings = try Translation.write(vif, guest: guest, host: host, to: &buffer)
      return warnings.isEmpty ? [] : warnings.map { placed($0, isBare: isBare) }
    } catch {
      throw placed(error, isBare: isBare)
    }
  }

  /// A VIF that stands there by itself.
  private init(of vif: VIF, guest: GuestSettings) {
    self.vif = vif
    self.guest = guest
  }

  private init(
    wrappedIn reader: inout JSONReader,
    defaults: GuestSettings,
    id: inout String?
  ) throws(Diagnostic) {
    isBare = false
    var vif: VIF?
    var guest = defaults
    var netdevs: [PCIAddress: String] = [:]
    var vdpaDevices: [PCIAddress: String] = [:]
    let start = reader.position
    do throws(Diagnostic) {
      try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
        switch key {
        case .id: id = try reader.readID()
        case .vif: vif = try VIF.read(&reader)
        case .guest: guest = try GuestSettings(reading: &reader, defaults: defaults)
        case .host:
          try reader.readClosedObject(of: HostKey.self) { reader, key throws(Diagnostic) in
            switch key {
            case .netdev:
              netdevs = try reader.readTable { text throws(Diagnostic) in _ = try DeviceName(text) }
            case .vdpa:
              vdpaDevices = try reader.readTable { text throws(Diagnostic) in
                _ = try VDPASource(dev: text)
              }
            }
          }
        }
      }
    } catch {
      // The answer to an item that is wrong has its id, too, wherever that stands.
      if id == nil { id = reader.idOfObject(at: start) }
      throw error
    }
    guard let vif else { throw Diagnostic.missingKey("vif") }
    self.id = id
    self.vif = vif
    self.guest = guest
    self.netdevs = netdevs
    self.vdpaDevices = vdpaDevices
  }

  /// Translates the VIF and writes its document; paths are as the item has them.
  ///
  /// - Throws: As ``Translation/init(of:guest:host:)`` and ``Translation/xml()``.
  public func document(
    host: any HostDevices
  ) throws(Diagnostic) -> (xml: String, warnings: [Diagnostic]) {
    var buffer = ByteBuffer()
    let warnings = try write(to: &buffer, host: host)
    return (buffer.text, warnings)
  }

  /// Translates the VIF and writes its document behind what a buffer holds, as
  /// ``document(host:)`` does.
  ///
  /// - Returns: The warnings.
  /// - Throws: As ``document(host:)``; then nothing was written.
  package func write(
    to buffer: inout ByteBuffer,
    host: any HostDevices
  ) throws(Diagnostic) -> [Diagnostic] {
    try Self.write(vif, guest, devices(host), isBare: isBare, to: &buffer)
  }

  /// Translates the VIF; host devices that the item does not name are asked of `host`.
  ///
  /// - Throws: As ``Translation/init(of:guest:host:)``, with paths that ``placed(_:)`` takes.
  public func translation(host: any HostDevices) throws(Diagnostic) -> Translation {
    try Translation(of: vif, guest: guest, host: devices(host))
  }

  private func devices(_ host: any HostDevices) -> any HostDevices {
    if netdevs.isEmpty, vdpaDevices.isEmpty { return host }
    return HostDeviceTable(netdevs: netdevs, vdpaDevices: vdpaDevices, others: host)
  }

  /// The diagnostic with the path that leads to its place in this item: in a bare primitive there
  /// is no `vif` on the way.
  public func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    Self.placed(diagnostic, isBare: isBare)
  }

  private static func placed(_ diagnostic: Diagnostic, isBare: Bool) -> Diagnostic {
    guard isBare, diagnostic.path.components.first == "vif" else { return diagnostic }
    return diagnostic.at(JSONPointer(Array(diagnostic.path.components.dropFirst())))
  }
}

extension JSONReader {
  /// Reads an object whose keys are PCI addresses, and whose values pass a check.
  fileprivate mutating func readTable(
    _ check: (String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [PCIAddress: String] {
    var table: [PCIAddress: String] = [:]
    try beginObject()
    while try nextKey() {
      let name = keyText
      try locating(name, from: position) { reader throws(Diagnostic) in
        let address = try PCIAddress(name)
        guard table[address] == nil else {
          throw Diagnostic(
            .keyRepeated,
            "the address \(address) stands there twice",
            remedy: "keep one of them"
          )
        }
        let text = try reader.readString()
        try check(text)
        table[address] = text
      }
    }
    return table
  }
}
