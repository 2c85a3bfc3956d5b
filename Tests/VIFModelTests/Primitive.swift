import VIFModel

/// The JSON text of an os-vif primitive.
func primitive(
  _ name: String,
  _ version: String = "1.0",
  _ data: String = "{}",
  changes: String? = nil
) -> String {
  let changes = changes.map { #","versioned_object.changes":\#($0)"# } ?? ""
  return """
    {"versioned_object.name":"\(name)","versioned_object.namespace":"os_vif",\
    "versioned_object.version":"\(version)","versioned_object.data":\(data)\(changes)}
    """
}

/// Reads a VIF that nothing is to be said about.
func vif(_ json: String) throws(Diagnostic) -> VIF {
  let (vif, warnings) = try vifWithWarnings(json)
  guard let warning = warnings.first else { return vif }
  throw warning
}

/// Reads a VIF, with what is said about it.
func vifWithWarnings(_ json: String) throws(Diagnostic) -> (vif: VIF, warnings: [Diagnostic]) {
  var warnings: [Diagnostic] = []
  let vif = try VIF(json: json, warnings: &warnings)
  return (vif, warnings)
}

/// Reads a generic VIF with this member of its data.
func base(_ member: String) throws(Diagnostic) -> VIFBaseFields {
  try vif(primitive("VIFGeneric", "1.0", "{\(member)}")).base
}

/// Reads a port profile of a VIF.
func profile(_ name: String, _ version: String, _ data: String) throws(Diagnostic) -> PortProfile? {
  try base(#""port_profile":\#(primitive(name, version, data))"#).portProfile
}

/// Reads a network of a VIF.
func network(_ data: String, version: String = "1.1") throws(Diagnostic) -> Network? {
  try base(#""network":\#(primitive("Network", version, data))"#).network.value
}

/// Reads a subnet of a network of a VIF.
func subnet(_ data: String) throws(Diagnostic) -> Subnet? {
  let list = primitive("SubnetList", "1.0", #"{"objects":[\#(primitive("Subnet", "1.0", data))]}"#)
  return try network(#"{"subnets":\#(list)}"#)?.subnets?.objects?.first
}
