import Addresses
import Diagnostics
import JSONText

/// What nova knows of the guest, the image, the flavor and the host: the `options` of a corpus
/// line.
struct NovaOptions {
  var virtType = "kvm"
  var vnicType = "normal"
  var vcpus: Int64 = 1
  /// In the order of the flavor: of two keys that mean the same the last one wins.
  var extraSpecs: [(key: String, value: String)] = []
  var imageProperties: [String: String] = [:]
  var rxQueueSize: Int64?
  var txQueueSize: Int64?
  var maxQueues: Int64?
  var usesVirtioForBridges = true
  var configuredVirtType: String?
  var kernel = "6.1.0-18-amd64"
  var netdevs: [PCIAddress: String] = [:]
  var vdpaDevices: [PCIAddress: String] = [:]

  init() {}

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.eachMember { reader, key throws(Diagnostic) in
      switch key {
      case "virt_type": virtType = try reader.readString()
      case "vnic_type": vnicType = try reader.readString()
      case "vcpus": vcpus = try reader.readInteger()
      case "kernel": kernel = try reader.readString()
      case "extra_specs":
        try reader.eachMember { reader, key throws(Diagnostic) in
          extraSpecs.append((key, try reader.readScalarText()))
        }
      case "image_properties":
        try reader.eachMember { reader, key throws(Diagnostic) in
          imageProperties[key] = try reader.readScalarText()
        }
      case "conf": try readConfiguration(&reader)
      case "ifname_by_pci":
        try reader.eachMember { reader, key throws(Diagnostic) in
          let name = try reader.readString()
          if let address = try? PCIAddress(key) { netdevs[address] = name }
        }
      case "vdpa_path":
        try reader.eachMember { reader, key throws(Diagnostic) in
          let path = try reader.readString()
          if let address = try? PCIAddress(key) { vdpaDevices[address] = path }
        }
      default: try reader.skipValue()
      }
    }
  }

  private mutating func readConfiguration(_ reader: inout JSONReader) throws(Diagnostic) {
    try reader.eachMember { reader, key throws(Diagnostic) in
      switch key {
      case "rx_queue_size": rxQueueSize = try reader.readInteger()
      case "tx_queue_size": txQueueSize = try reader.readInteger()
      case "max_queues": maxQueues = try reader.readInteger()
      case "use_virtio_for_bridges": usesVirtioForBridges = try reader.readBoolean()
      case "virt_type": configuredVirtType = try reader.readString()
      default: try reader.skipValue()
      }
    }
  }
}

extension JSONReader {
  /// Reads an object with any keys; members that are null count as absent.
  mutating func eachMember(
    _ read: (inout JSONReader, String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try beginObject()
    while try nextKey() {
      let key = keyText
      if try !readNull() { try read(&self, key) }
    }
  }

  /// Reads a text, a number or a truth as Python would print it.
  mutating func readScalarText() throws(Diagnostic) -> String {
    switch try peekKind() {
    case .number: try readNumberText()
    case .boolean: try readBoolean() ? "True" : "False"
    default: try readString()
    }
  }
}
