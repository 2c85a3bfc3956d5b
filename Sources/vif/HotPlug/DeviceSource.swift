import Diagnostics
import DomainXML
import InterfaceXML
import JSONText
import NovaImport
import VIFTranslator

/// A device that an item of input asks for.
struct DeviceItem: RunItem {
  /// The line that the item, or its fault, is on.
  var line = 0
  /// The device's document, or what is wrong with the item.
  let document: Result<String, Diagnostic>
  /// What is worth knowing.
  let warnings: [Diagnostic]

  var failure: Diagnostic? {
    if case .failure(let error) = document { error } else { nil }
  }
}

/// What makes devices of the items of input.
///
/// Each gets the alias of its VIF's id, unless the guest settings give it one.
struct DeviceSource: Sendable {
  /// What the items are.
  enum Form: Sendable {
    /// os-vif primitives, with what holds for the settings that an item leaves out.
    case primitives(GuestSettings)
    /// Records of OpenStack's.
    case records(ImportPlan)
  }

  /// What the items are.
  var form: Form
  /// Where the devices of PCI functions are looked up.
  let host: SysfsHostDevices

  /// Reads a value of the input and makes devices of it: one, or those of a list of ports; those of a
  /// text are libvirt's own elements.
  ///
  /// - Throws: What is wrong with the value; what is wrong with one of its items stands there.
  func devices(reading reader: inout JSONReader) throws(Diagnostic) -> [DeviceItem] {
    if try reader.peekKind() == .string {
      return try Self.devices(xml: reader.readString())
    }
    var id: String?
    let known = reader.warnings.count
    switch form {
    case .primitives(let guest):
      var request = try TranslationRequest(reading: &reader, defaults: guest, id: &id)
      if request.guest.alias == nil { request.guest.alias = try request.vif.deviceAlias }
      let document = try request.document(host: host)
      let warnings = reader.takeWarnings(from: known) + document.warnings
      return [DeviceItem(document: .success(document.xml), warnings: warnings)]
    case .records(let plan):
      return try plan.items(reading: &reader, id: &id).map { item in
        DeviceItem(document: item.document.map { $0 ?? "" }, warnings: item.warnings)
      }
    }
  }

  /// The devices of a text of libvirt's own elements.
  ///
  /// - Throws: As `WrittenDevice.list(parsing:)`.
  static func devices(xml: String) throws(Diagnostic) -> [DeviceItem] {
    try WrittenDevice.list(parsing: xml).map {
      DeviceItem(document: .success($0.device.xml), warnings: [])
    }
  }
}

extension VIF {
  /// The alias of the VIF's device; nil for a VIF without an id.
  var deviceAlias: Alias? {
    get throws(Diagnostic) {
      guard let id = base.id else { return nil }
      return try Alias(VIFAlias.name(of: id))
    }
  }
}
