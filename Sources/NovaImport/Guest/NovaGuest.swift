public import Addresses
public import Diagnostics
package import JSONText
import VIFTranslator

/// The guest's side of a NIC, as nova has it: flavor, image, host.
///
/// In JSON it is one object of the keys below, all of them optional.
public struct NovaGuest: Hashable, Sendable {
  /// An extra spec of the flavor.
  public struct ExtraSpec: Hashable, Sendable {
    /// Its name, as `hw:vif_multiqueue_enabled`.
    public var key: String
    /// Its value.
    public var value: String

    /// Makes an extra spec.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// What runs the guest (`virt_type`).
  public var virtType = VirtType.kvm
  /// What the port's owner asked for (`vnic_type`), of an os-vif object, which does not say so.
  ///
  /// A record of `network_info` and a port have their own.
  public var vnicType = VNICType.normal
  /// How many CPUs the flavor has (`vcpus`), 1 and more.
  public var vcpus: Int64 = 1
  /// The flavor's extra specs (`extra_specs`), in its order: of two that mean the same the last one
  /// counts.
  public var extraSpecs: [ExtraSpec] = []
  /// The image's properties (`image_properties`).
  public var imageProperties: [String: String] = [:]
  /// What the host's nova is configured with (`conf`).
  public var configuration = HostConfiguration()
  /// The major number of the host's kernel (`kernel`, as `6.1.0-18-amd64`).
  public var kernelMajor = 6
  /// Names of network devices by PCI address (`ifname_by_pci`).
  public var netdevs: [PCIAddress: String] = [:]
  /// Paths of vDPA devices by PCI address (`vdpa_path`).
  public var vdpaDevices: [PCIAddress: String] = [:]

  /// A guest of one CPU, of which nothing else is known.
  public init() {}

  /// Reads a guest from JSON.
  ///
  /// - Parameters:
  ///   - json: An object, and nothing else.
  ///   - defaults: What holds for the keys that the object leaves out.
  /// - Throws: `json.*` for text that is not JSON, `key.*`, else the code of the value's bound.
  public init(json: String, defaults: NovaGuest = NovaGuest()) throws(Diagnostic) {
    self = try JSONReader.read(json) { reader throws(Diagnostic) in
      try NovaGuest(reading: &reader, defaults: defaults)
    }
  }

  enum Key: String, CaseIterable {
    case virtType = "virt_type"
    case vnicType = "vnic_type"
    case vcpus
    case extraSpecs = "extra_specs"
    case flavorName = "flavor_name"
    case imageProperties = "image_properties"
    case imageName = "image_name"
    case conf, kernel
    case netdevs = "ifname_by_pci"
    case vdpaDevices = "vdpa_path"
  }

  /// Reads the guest that comes next; what it leaves out is as in `defaults`.
  package init(reading reader: inout JSONReader, defaults: NovaGuest) throws(Diagnostic) {
    var guest = defaults
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      try guest.read(key, from: &reader)
    }
    self = guest
  }

  private mutating func read(_ key: Key, from reader: inout JSONReader) throws(Diagnostic) {
    switch key {
    case .virtType: virtType = try reader.readWord()
    case .vnicType: vnicType = try reader.readWord()
    case .vcpus: vcpus = try reader.readCount()
    case .extraSpecs:
      extraSpecs = []
      try reader.readAllMembers { reader, name throws(Diagnostic) in
        extraSpecs.append(ExtraSpec(name, try reader.readScalarText()))
      }
    case .imageProperties:
      imageProperties = [:]
      try reader.readAllMembers { reader, name throws(Diagnostic) in
        imageProperties[name] = try reader.readPropertyText()
      }
    // No interface is made of a name.
    case .flavorName, .imageName: _ = try reader.readString()
    case .conf: configuration = try HostConfiguration(reading: &reader)
    case .kernel: kernelMajor = try Self.majorNumber(ofKernel: reader.readString())
    case .netdevs: netdevs = try reader.readHostTable()
    case .vdpaDevices: vdpaDevices = try reader.readHostTable()
    }
  }

  private static func majorNumber(ofKernel release: String) throws(Diagnostic) -> Int {
    guard let part = release.split(separator: ".", omittingEmptySubsequences: false).first,
      let major = Int(part), major >= 0
    else {
      throw Diagnostic(
        .novaKernel,
        "'\(Diagnostic.shortened(release))' is no kernel release",
        value: release,
        bound: "as 'uname -r' prints it: 6.1.0-18-amd64"
      )
    }
    return major
  }
}

extension JSONReader {
  /// Reads an image's property as a text; one with several values, which no NIC is made of, as none.
  fileprivate mutating func readPropertyText() throws(Diagnostic) -> String? {
    switch try peekKind() {
    case .string, .number, .boolean: return try readScalarText()
    case .object, .array, .null:
      try skipValue()
      return nil
    }
  }

  /// Reads what stands behind PCI addresses; a key that is no address can be asked for by nobody.
  fileprivate mutating func readHostTable() throws(Diagnostic) -> [PCIAddress: String] {
    var table: [PCIAddress: String] = [:]
    try readAllMembers { reader, name throws(Diagnostic) in
      let device = try reader.readString()
      if let address = try? PCIAddress(name) { table[address] = device }
    }
    return table
  }
}

extension Diagnostic.Code {
  /// A text that is no kernel release.
  public static let novaKernel = Diagnostic.Code(rawValue: "nova.kernel")
}
