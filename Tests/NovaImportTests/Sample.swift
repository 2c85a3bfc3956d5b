import Diagnostics
import JSONText
import NovaImport

/// Records of OpenStack's, and what becomes of them.
enum Sample {
  static let id = "dc065497-3c8d-4f44-8fb4-e1d33c16a536"
  static let network = "b82c1929-051e-481d-8110-4669916c7915"

  /// A VIF of network_info; the members given go before those of the same name.
  static func record(_ type: String, _ members: String...) -> String {
    let usual = [
      #""id":"\#(id)""#, #""address":"fa:16:3e:00:00:01""#, #""devname":"tapdc065497-3c""#,
      #""network":{"id":"\#(network)","bridge":"br-int","meta":{"mtu":1442,"interface":"eth0"}}"#,
      #""profile":{"pci_slot":"0000:0a:00.1"}"#, #""delegate_create":true"#,
    ]
    let keys = members.map { $0.prefix { $0 != ":" } }
    let kept = usual.filter { member in !keys.contains { member.hasPrefix($0) } }
    return "{" + ([#""type":"\#(type)""#] + kept + members).joined(separator: ",") + "}"
  }

  /// Details with all that any type asks for.
  static func details(_ members: String = "") -> String {
    #""details":{"vhostuser_socket":"/run/vhu","profileid":"web","vlan":7,"macvtap_source":"eth0.9","#
      + #""macvtap_mode":"bridge","physical_interface":"eth0"\#(members.isEmpty ? "" : ",")\#(members)}"#
  }

  static let qbg =
    #""qbg_params":{"managerid":"11","typeid":"1193047","typeidversion":"2","instanceid":"\#(id)"}"#

  /// Reads an item as the tool does.
  static func request(
    _ json: String,
    form: ImportRecord.Form? = nil
  ) throws(Diagnostic)
    -> ImportRequest
  {
    try JSONReader.read(json) { reader throws(Diagnostic) in
      var id: String?
      return try ImportRequest(reading: &reader, form: form, id: &id)
    }
  }

  /// The document of an item.
  static func xml(_ json: String) throws(Diagnostic) -> String {
    var warnings: [Diagnostic] = []
    return try xml(json, &warnings)
  }

  /// The document of an item, and its warnings.
  static func xml(_ json: String, _ warnings: inout [Diagnostic]) throws(Diagnostic) -> String {
    let request = try request(json)
    let vif = try request.vif(warnings: &warnings)
    let host = HostDeviceTable()
    return try request.xml(of: request.translation(of: vif, host: host, warnings: &warnings))
  }

  /// What is wrong with an item, as code and path; nil when it becomes a document.
  static func fault(_ json: String) -> String? {
    do throws(Diagnostic) {
      _ = try xml(json)
      return nil
    } catch {
      return "\(error.code) \(error.path)"
    }
  }

  /// An item of a record and options.
  static func item(_ record: String, _ options: String) -> String {
    #"{"vif":\#(record),"options":{\#(options)}}"#
  }
}
