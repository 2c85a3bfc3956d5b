import DomainXML

/// Domains and devices to try changes on.
enum Sample {
  /// A domain with these lines in its `<devices>`, laid out as libvirt lays it out.
  static func domain(_ devices: String...) -> String {
    let lines = devices.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let inside = lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    return "<domain type='kvm'>\n  <name>a</name>\n  <devices>\n\(inside)  </devices>\n</domain>\n"
  }

  /// An interface of three lines.
  static func interface(_ mac: Int, bridge: String = "br0") -> String {
    """
    <interface type='bridge'>
      <mac address='\(address(mac))'/>
      <source bridge='\(bridge)'/>
    </interface>
    """
  }

  static func address(_ mac: Int) -> String { "52:54:00:00:00:0\(mac)" }

  /// An interface with this alias, in one line.
  static func named(_ alias: String) -> String {
    "<interface type='user'><alias name='\(alias)'/></interface>"
  }

  /// A domain's text with devices put in and taken out.
  static func splice(
    _ domain: String,
    _ devices: String = "",
    removing selectors: String...
  ) throws -> String {
    try DomainSplice(
      of: DomainDocument(parsing: domain),
      putting: devices.isEmpty ? [] : WrittenDevice.list(parsing: devices),
      removing: selectors.map { try InterfaceSelector($0) }
    ).text
  }
}
