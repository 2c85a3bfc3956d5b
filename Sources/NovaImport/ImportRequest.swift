public import Diagnostics
package import JSONText
public import VIFModel
public import VIFTranslator

/// One item of input: a record of OpenStack's, with what nova knows of its guest.
///
/// In JSON either the bare record, or `{"id"?, "vif": RECORD, "options"?: GUEST}`; a port also with
/// its network, `{"id"?, "port": PORT, "network"?: NETWORK, "options"?: GUEST}`. Other keys of
/// those are passed over, so that the lines of a recording can be given as they are. For Neutron's
/// own lists see ``ImportList``.
public struct ImportRequest: Hashable, Sendable {
  /// What the item is called in the answer: the JSON text of a string or a number.
  public var id: String?
  /// The record.
  public var record: ImportRecord
  /// The guest's side.
  public var guest: NovaGuest
  /// The way to the record within the item; empty for a bare one.
  private let recordPath: [String]

  /// Makes a request; paths are those of an item with the key `vif`.
  public init(_ record: ImportRecord, guest: NovaGuest = NovaGuest()) {
    self.record = record
    self.guest = guest
    recordPath = ["vif"]
  }

  /// Reads one of the ports of a list.
  init(
    port reader: inout JSONReader,
    form: ImportRecord.Form?,
    guest: NovaGuest,
    networks: [NeutronNetwork],
    path: [String]
  ) throws(Diagnostic) {
    self.guest = guest
    recordPath = path
    record = try ImportRecord(reading: &reader, form: form)
    find(networks)
  }

  /// Reads the item that comes next.
  ///
  /// - Parameters:
  ///   - form: Which records are read; nil for any.
  ///   - defaults: What holds for the options that the item leaves out.
  ///   - networks: The networks of ports that do not come with one.
  ///   - id: Gets the item's id as soon as it is known, so that a fault can be told with it.
  package init(
    reading reader: inout JSONReader,
    form: ImportRecord.Form? = nil,
    defaults: NovaGuest = NovaGuest(),
    networks: [NeutronNetwork] = [],
    id: inout String?
  ) throws(Diagnostic) {
    let start = reader.position
    do throws(Diagnostic) {
      let item = try ImportItem(reading: &reader, form: form, defaults: defaults, id: &id)
      (record, guest) = (item.record, item.guest)
      recordPath = item.recordKey.map { [$0] } ?? []
    } catch {
      // The answer to an item that is wrong has its id, too, wherever that stands.
      if id == nil { id = reader.idOfObject(at: start) }
      throw error
    }
    self.id = id
    find(networks)
  }

  /// Looks for the network of a port that comes without one.
  private mutating func find(_ networks: [NeutronNetwork]) {
    guard case .port(let port, nil) = record else { return }
    record = .port(port, networks.first { $0.id != nil && $0.id == port.networkID })
  }

  /// The VIF that the record describes.
  ///
  /// - Parameter warnings: Gets what is worth knowing although it is allowed.
  /// - Throws: As ``NetworkInfoVIF/vif(warnings:)``, with a path into the item.
  public func vif(warnings: inout [Diagnostic]) throws(Diagnostic) -> VIF {
    if case .primitive(let vif) = record { return vif }
    var found: [Diagnostic] = []
    defer { warnings += found.map(inRecord) }
    do throws(Diagnostic) {
      guard let info = record.networkInfo() else { throw Diagnostic.missingKey("type") }
      return try info.vif(warnings: &found)
    } catch {
      throw inRecord(error)
    }
  }

  /// What nova's libvirt driver would ask of libvirt for the guest's side of this VIF.
  ///
  /// - Parameters:
  ///   - vif: The VIF that ``vif(warnings:)`` made.
  ///   - warnings: Gets what is worth knowing although it is allowed.
  /// - Throws: `nova.*` and `value.*`, with a path into the item.
  public func guestSettings(
    for vif: VIF,
    warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> GuestSettings {
    var found: [Diagnostic] = []
    defer { warnings += found.map(inGuest) }
    do throws(Diagnostic) {
      if let info = record.networkInfo() {
        return try info.guestSettings(guest, for: vif, &found)
      }
      return try GuestSide(guest, vnicType: guest.vnicType).settings(for: vif, &found)
    } catch {
      throw inGuest(error)
    }
  }

  /// Translates the VIF that ``vif(warnings:)`` made, with its guest's side.
  ///
  /// - Parameters:
  ///   - alias: The name that the device gets.
  ///   - host: Who knows the devices that the item does not name.
  ///   - warnings: Gets what is worth knowing although it is allowed.
  /// - Throws: As ``guestSettings(for:warnings:)`` and ``Translation/init(of:guest:host:)``. The
  ///   path leads into the item, or, for a field of a VIF that was made here, into `osvif`, which
  ///   is its primitive.
  public func translation(
    of vif: VIF,
    alias: Alias? = nil,
    host: any HostDevices,
    warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Translation {
    var settings = try guestSettings(for: vif, warnings: &warnings)
    settings.alias = alias
    do throws(Diagnostic) {
      let translation = try Translation(
        of: vif,
        guest: settings,
        host: HostDeviceTable(
          netdevs: guest.netdevs,
          vdpaDevices: guest.vdpaDevices,
          others: host
        )
      )
      warnings += translation.warnings.map(placed)
      return translation
    } catch {
      throw placed(error)
    }
  }

  /// Writes a translation's document.
  ///
  /// - Throws: As ``Translation/xml()``, with a path as of ``translation(of:host:warnings:)``.
  public func xml(of translation: Translation) throws(Diagnostic) -> String {
    do throws(Diagnostic) {
      return try translation.xml()
    } catch {
      throw placed(error)
    }
  }
}

// The places of faults.
extension ImportRequest {
  private func inRecord(_ diagnostic: Diagnostic) -> Diagnostic {
    let way = diagnostic.path.components
    switch (record, way.first) {
    case (.primitive, _): return diagnostic
    case (.networkInfo, _):
      return diagnostic.at(JSONPointer(recordPath + way))
    case (.port(let port, _), let first?):
      let rest = way.dropFirst()
      if way == ["network", "id"] {
        return diagnostic.at(JSONPointer(recordPath + ["network_id"]))
      }
      if first == "network" { return diagnostic.at(JSONPointer(["network"] + rest.suffix(1))) }
      let key = port.key(ofRecord: first)
      return diagnostic.at(JSONPointer(recordPath + [key] + rest))
    case (.port, nil): return diagnostic.at(JSONPointer(recordPath))
    }
  }

  /// What is not the guest's is the record's.
  private func inGuest(_ diagnostic: Diagnostic) -> Diagnostic {
    switch diagnostic.path.components.first {
    case "details", "network", "type": inRecord(diagnostic)
    default: diagnostic.at("options")
    }
  }

  /// The translation speaks of `vif` and `guest`; the item has what they were made of.
  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    let rest = Array(diagnostic.path.components.dropFirst())
    switch (diagnostic.path.components.first, record) {
    case ("guest", _): return diagnostic.at(JSONPointer(["options"] + Self.option(of: rest)))
    case ("vif", .primitive):
      return diagnostic.at(JSONPointer(recordPath + rest))
    case ("vif", .networkInfo), ("vif", .port):
      return diagnostic.at(JSONPointer(["osvif"] + rest))
    default: return diagnostic
    }
  }

  /// The option that a guest setting was made of.
  private static func option(of setting: [String]) -> [String] {
    switch (setting.first, setting.dropFirst().first) {
    case ("model", _): ["image_properties", "hw_vif_model"]
    case ("driver", "queues"): ["extra_specs", NovaGuest.SharedSetting.multiqueue.extraSpec]
    case ("driver", "packed"): ["extra_specs", NovaGuest.SharedSetting.packedRing.extraSpec]
    case ("driver", "rx_queue_size"): ["conf", "rx_queue_size"]
    case ("driver", "tx_queue_size"): ["conf", "tx_queue_size"]
    case ("driver", _): ["virt_type"]
    case ("bandwidth", _): ["extra_specs"]
    default: []
    }
  }
}
