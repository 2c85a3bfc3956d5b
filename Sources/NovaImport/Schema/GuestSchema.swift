import InterfaceXML
import VIFModel
import VIFTranslator

extension NovaGuest.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .virtType: .words(of: VirtType.self)
    case .vnicType: .words(of: VNICType.self)
    case .vcpus: .integer(1...Int64.max)
    case .extraSpecs: .table(names: .text(), values: .scalar)
    case .imageProperties: JSONSchema(["type": .string("object")])
    case .flavorName, .imageName: .text()
    case .conf: .closed(HostConfiguration.Key.self)
    // The release as 'uname -r' prints it; its first number counts.
    case .kernel: .text(#"[0-9]{1,18}(?:[.][\s\S]*)?"#)
    case .netdevs, .vdpaDevices: .table(names: .text(), values: JSONSchema.text().orNull)
    }
  }
}

extension HostConfiguration.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .rxQueueSize, .txQueueSize: .values(QueueSize.sizes.map { .integer($0) })
    case .maxQueues: .integer(1...Int64.max)
    case .usesVirtioForBridges: .truth
    case .virtType: .words(of: VirtType.self)
    }
  }
}

extension JSONSchema {
  /// A value that Python would print as a text.
  fileprivate static let scalar = JSONSchema([
    "type": .list(["string", "number", "boolean", "null"].map { .string($0) })
  ])
}
