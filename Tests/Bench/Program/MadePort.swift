import JSONText
import SeededRandom

/// A port that is made up: the primitive that os-vif would write of it, and the document that
/// libvirt is to be given.
///
/// No two numbers make the same identifier, MAC address or device.
struct MadePort {
  let id: String
  let mac: String
  let device: String
  let mtu: Int
  private let networkID: String
  private let subnet: Int
  private let host: Int

  /// The port of a number, on one of sixteen networks.
  init(_ number: Int) {
    var dice = SeededGenerator(seed: UInt64(number))
    id = Self.uuid(dice.next(), dice.next())
    let digits = String(0x1000_0000 | number & 0xFF_FFFF, radix: 16).dropFirst(2)
    mac = "fa:16:3e:\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2)):\(digits.suffix(2))"
    device = "tap\(id.prefix(11))"
    mtu = [1450, 1500, 9000][number % 3]
    subnet = number % 16
    host = 2 + number % 250
    var networks = SeededGenerator(seed: ~UInt64(number % 16))
    networkID = Self.uuid(networks.next(), networks.next())
  }

  /// A random UUID: version 4, variant 1.
  private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
    let version = high & ~0xF000 | 0x4000
    let variant = low & ~(3 << 62) | 2 << 62
    let digits = [version, variant].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    return """
      \(digits[0].prefix(8))-\(digits[0].dropFirst(8).prefix(4))-\(digits[0].suffix(4))-\
      \(digits[1].prefix(4))-\(digits[1].dropFirst(4))
      """
  }

  /// The fields that are in the document, with tabs between them.
  var fields: String { "\(mac)\tbr-int\t\(id)\t\(device)\t\(mtu)" }

  /// The document, as libvirt prints it.
  var document: String {
    """
    <interface type='bridge'>
      <mac address='\(mac)'/>
      <source bridge='br-int'/>
      <virtualport type='openvswitch'>
        <parameters interfaceid='\(id)'/>
      </virtualport>
      <target dev='\(device)'/>
      <model type='virtio'/>
      <driver name='vhost' queues='4'/>
      <mtu size='\(mtu)'/>
    </interface>

    """
  }

  /// The primitive in one line, its keys sorted, with the lists of changes that os-vif keeps.
  var primitive: String {
    object(
      "VIFOpenVSwitch",
      [
        ("active", "true"), ("address", quoted(mac)), ("bridge_name", quoted("br-int")),
        ("has_traffic_filtering", "true"), ("id", quoted(id)), ("network", network),
        ("plugin", quoted("ovs")), ("port_profile", profile), ("preserve_on_delete", "false"),
        ("vif_name", quoted(device)),
      ]
    )
  }

  private var profile: String {
    object(
      "VIFPortProfileOpenVSwitch",
      version: "1.4",
      [("datapath_type", quoted("system")), ("interface_id", quoted(id))]
    )
  }

  private var network: String {
    let address = object(
      "FixedIP",
      [("address", quoted("10.\(subnet).0.\(host)")), ("floating_ips", "[]")]
    )
    let subnets = object(
      "Subnet",
      [
        ("cidr", quoted("10.\(subnet).0.0/24")), ("dns", "[\(quoted("8.8.8.8"))]"),
        ("gateway", quoted("10.\(subnet).0.1")),
        ("ips", list("FixedIPList", of: address)), ("routes", list("RouteList", of: "")),
      ]
    )
    return object(
      "Network",
      version: "1.1",
      [
        ("bridge", quoted("br-int")), ("id", quoted(networkID)), ("label", quoted("net\(subnet)")),
        ("mtu", "\(mtu)"), ("multi_host", "false"), ("should_provide_bridge", "false"),
        ("should_provide_vlan", "false"), ("subnets", list("SubnetList", of: subnets)),
      ]
    )
  }

  private func list(_ name: String, of objects: String) -> String {
    object(name, [("objects", "[\(objects)]")])
  }

  private func object(
    _ name: String,
    version: String = "1.0",
    _ fields: [(key: String, json: String)]
  ) -> String {
    let changes = fields.map { quoted($0.key) }.joined(separator: ",")
    let data = fields.map { "\(quoted($0.key)):\($0.json)" }.joined(separator: ",")
    return """
      {"versioned_object.changes":[\(changes)],"versioned_object.data":{\(data)},\
      "versioned_object.name":"\(name)","versioned_object.namespace":"os_vif",\
      "versioned_object.version":"\(version)"}
      """
  }
}
