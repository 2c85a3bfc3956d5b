import JSONText
import VIFTranslator

/// The JSON text of an os-vif primitive.
func primitive(_ name: String, _ version: String, _ data: String) -> String {
  """
  {"versioned_object.name":"\(name)","versioned_object.namespace":"os_vif",\
  "versioned_object.version":"\(version)","versioned_object.data":{\(data)}}
  """
}

/// VIFs, settings and what becomes of them.
enum Sample {
  static let id = "07bd6cea-fb37-4594-b769-90fc51854ee9"
  static let interfaceID = "b512f1e5-6b3c-4a9c-9d14-3d4f5a6b7c8d"
  static let pci = "0000:0a:00.1"

  /// The types of VIF, with what each must have besides an id and a MAC address.
  static let types: [(name: String, data: String)] = [
    ("VIFGeneric", #""vif_name":"tap0""#), ("VIFBridge", #""vif_name":"tap0","bridge_name":"br0""#),
    ("VIFOpenVSwitch", #""vif_name":"tap0","bridge_name":"br0""#),
    ("VIFDirect", #""vif_name":"mv0","mode":"passthrough","vlan_name":"eth0.7""#),
    ("VIFVHostUser", #""vif_name":"vhu0","path":"/run/vhu0","mode":"client""#),
    ("VIFHostDevice", #""dev_type":"ethernet","dev_address":"\#(pci)""#),
    ("VIFNestedDPDK", #""pci_address":"a","dev_driver":"b""#),
  ]

  /// The port profiles, with what each must have.
  static let profiles: [(name: String, data: String)] = [
    ("VIFPortProfileBase", ""), ("VIFPortProfileOpenVSwitch", #""interface_id":"\#(interfaceID)""#),
    ("VIFPortProfileFPOpenVSwitch", #""interface_id":"\#(interfaceID)""#),
    ("VIFPortProfileOVSRepresentor", #""interface_id":"\#(interfaceID)""#),
    ("VIFPortProfileFPBridge", #""bridge_name":"br1""#), ("VIFPortProfileFPTap", ""),
    (
      "VIFPortProfile8021Qbg",
      #""manager_id":1,"type_id":2,"type_id_version":3,"instance_id":"\#(id)""#
    ),
    ("VIFPortProfile8021Qbh", #""profile_id":"vm1""#), ("VIFPortProfileK8sDPDK", ""),
  ]

  /// The primitive of a VIF of this type, with further members.
  static func json(_ type: String, _ further: String = "", replacing data: String? = nil) -> String
  {
    let members = [
      data ?? types.first { $0.name == type }?.data ?? "", #""id":"\#(id)""#,
      further.contains(#""address":"#) ? "" : #""address":"fa:16:3e:00:00:01""#, further,
    ]
    return primitive(type, "1.0", members.filter { !$0.isEmpty }.joined(separator: ","))
  }

  /// The member that is a port profile.
  static func profile(_ name: String, _ data: String? = nil) -> String {
    let data = data ?? profiles.first { $0.name == name }?.data ?? ""
    return #""port_profile":\#(primitive(name, "1.0", data))"#
  }

  /// The member that is a network.
  static func network(_ data: String) -> String {
    #""network":\#(primitive("Network", "1.1", data))"#
  }

  static func settings(_ json: String) throws(Diagnostic) -> GuestSettings {
    try GuestSettings(json: json)
  }

  /// Translates an item as it stands in the tool's input.
  static func translation(
    _ json: String,
    guest: String = "{}",
    host: some HostDevices = HostDeviceTable()
  ) throws(Diagnostic) -> Translation {
    let defaults = try settings(guest)
    return try JSONReader.read(json) { reader throws(Diagnostic) in
      var id: String?
      let request = try TranslationRequest(reading: &reader, defaults: defaults, id: &id)
      return try request.translation(host: host)
    }
  }

  /// The interface's lines without the outermost two, without indentation.
  static func lines(
    _ json: String,
    guest: String = "{}",
    host: some HostDevices = HostDeviceTable()
  ) throws(Diagnostic) -> [String] {
    try translation(json, guest: guest, host: host).xml().split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
  }

  /// The warnings, as `PATH CODE`.
  static func warnings(
    _ json: String,
    guest: String = "{}",
    host: some HostDevices = HostDeviceTable()
  ) throws(Diagnostic) -> [String] {
    try translation(json, guest: guest, host: host).warnings.map { "\($0.path) \($0.code)" }
  }
}
