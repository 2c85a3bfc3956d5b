public import Diagnostics
import InterfaceXML
package import JSONText

extension GuestSettings {
  /// Reads settings from JSON.
  ///
  /// - Parameters:
  ///   - json: An object, and nothing else.
  ///   - defaults: What holds for the settings that the object leaves out.
  /// - Throws: `json.*` for text that is not JSON, `key.*`, else the code of the setting's bound.
  ///   The path leads to the setting.
  public init(json: String, defaults: GuestSettings = GuestSettings()) throws(Diagnostic) {
    self = try JSONReader.read(json) { reader throws(Diagnostic) in
      try GuestSettings(reading: &reader, defaults: defaults)
    }
  }

  /// Reads the settings that come next; what they leave out is as in `defaults`.
  package init(
    reading reader: inout JSONReader,
    defaults: GuestSettings
  ) throws(Diagnostic) {
    var settings = defaults
    try reader.readClosedObject(of: Key.self, keepingNullOf: .model) {
      reader,
      key throws(Diagnostic) in
      try settings.read(key, from: &reader)
    }
    self = settings
  }

  private mutating func read(_ key: Key, from reader: inout JSONReader) throws(Diagnostic) {
    switch key {
    case .model: model = try reader.readModelChoice()
    case .driver:
      let driver = try Driver(reading: &reader)
      self.driver = driver == Driver() ? nil : driver
    case .mtu: mtu = try reader.readMTUChoice()
    case .bandwidth: bandwidth = try Bandwidth(reading: &reader)
    case .vlan: vlan = try VLAN(reading: &reader)
    case .filterref: filterReference = try FilterReference(reading: &reader)
    case .link: link = try Link(reading: &reader)
    case .boot: boot = try Boot(reading: &reader)
    case .alias: alias = try Alias(reading: &reader)
    case .address: address = try DeviceAddress(reading: &reader)
    case .acpi: acpi = try ACPI(reading: &reader)
    case .rom: rom = try ROM(reading: &reader)
    case .coalesce: coalesce = try Coalesce(reading: &reader)
    case .teaming: teaming = try Teaming(reading: &reader)
    case .port: port = try Port(reading: &reader)
    case .tune: tune = try Tune(reading: &reader)
    case .backend: backend = try Backend(reading: &reader)
    case .trustGuestRxFilters: trustGuestRxFilters = try reader.readTruth("yes", "no")
    case .reconnect: reconnect = try VHostUserSource.Reconnect(reading: &reader)
    case .managed: managed = try reader.readTruth("yes", "no")
    case .vdpa: vdpa = try reader.readTruth("yes", "no")
    case .tapManaged: tapManaged = try reader.readTruth("yes", "no")
    }
  }
}
