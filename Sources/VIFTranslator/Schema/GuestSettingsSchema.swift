import InterfaceXML
import VIFModel

extension GuestSettings {
  /// A JSON Schema of the settings, as files and items have them.
  public static var jsonSchema: String { schema.document("Guest settings") }

  static var schema: JSONSchema { .closed(Key.self) }
}

extension GuestSettings.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .model: .attribute(TypeKey.type, .text("[A-Za-z0-9_-]+"))
    case .driver: .closed(Driver.Key.self)
    case .mtu:
      .attribute(SizeKey.size, .any([.constant(.integer(0)), .integer(MTU.sizes)]))
    case .bandwidth: Bandwidth.schema
    case .vlan: VLAN.schema
    case .filterref: .closed(FilterReference.Key.self, required: [.filter])
    case .link: .attribute(StateKey.state, .words(of: Link.State.self))
    case .boot: .attribute(OrderKey.order, .integer(Boot.orders))
    case .alias: .attribute(NameKey.name, Alias.schema)
    case .address: DeviceAddress.schema
    case .acpi: .attribute(IndexKey.index, .integer(ACPI.indices))
    case .rom: ROM.schema
    case .coalesce: Coalesce.schema
    case .teaming: Teaming.schema
    case .port: .attribute(IsolatedKey.isolated, .yesNo)
    case .tune: .attribute(SndbufKey.sndbuf, .uint32)
    case .backend: .closed(Backend.Key.self)
    case .reconnect: VHostUserSource.Reconnect.schema
    case .trustGuestRxFilters, .managed, .vdpa, .tapManaged: .yesNo
    }
  }
}
