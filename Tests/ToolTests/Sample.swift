import ToolRun

/// Items for the tool, and what it makes of them.
enum Sample {
  /// A VIF on this bridge; nil for one without.
  static func vif(_ bridge: String?, id: Int = 1) -> String {
    let bridge = bridge.map { #","bridge_name":"\#($0)""# } ?? ""
    return """
      {"versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif",\
      "versioned_object.version":"1.0","versioned_object.data":{\
      "id":"07bd6cea-fb37-4594-b769-90fc51854ee9","address":"fa:16:3e:00:00:01",\
      "vif_name":"tap\(id)"\(bridge)}}
      """
  }

  /// The document of such a VIF.
  static func xml(_ bridge: String, id: Int = 1) -> String {
    """
    <interface type='bridge'>
      <mac address='fa:16:3e:00:00:01'/>
      <source bridge='\(bridge)'/>
      <target dev='tap\(id)'/>
      <model type='virtio'/>
    </interface>

    """
  }
}
