import Testing
import VIFModel

/// What a field refuses, told with code, path, class and version.
struct FieldFaultTests {
  /// Class, version, member of the data, and the code of what is wrong with it.
  static let faults = [
    ("VIFGeneric", "1.0", #""id":"x""#, "uuid.malformed"),
    ("VIFGeneric", "1.0", #""id":7"#, "json.kind"),
    ("VIFGeneric", "1.0", #""address":"fa:16""#, "mac.malformed"),
    ("VIFGeneric", "1.0", #""address":1"#, "json.kind"),
    ("VIFGeneric", "1.0", #""plugin":true"#, "json.kind"),
    ("VIFGeneric", "1.0", #""active":"false""#, "json.kind"),
    ("VIFGeneric", "1.0", #""active":0"#, "json.kind"),
    ("VIFGeneric", "1.0", #""vif_name":["tap0"]"#, "json.kind"),
    ("VIFGeneric", "1.0", #""vif_name":7"#, "json.kind"),
    ("VIFGeneric", "1.0", #""network":"net""#, "json.kind"),
    ("VIFGeneric", "1.0", #""port_profile":[]"#, "json.kind"),
    ("VIFDirect", "1.0", #""dev_address":"0a:00.1""#, "pci.malformed"),
    ("VIFDirect", "1.0", #""mode":"private""#, "value.not-allowed"),
    ("VIFDirect", "1.0", #""mode":"VEPA""#, "value.not-allowed"),
    ("VIFVHostUser", "1.1", #""mode":"servre""#, "value.not-allowed"),
    ("VIFHostDevice", "1.0", #""dev_type":"usb""#, "value.not-allowed"),
    ("VIFNestedDPDK", "1.0", #""pci_address":null"#, "object.field-null"),
  ]

  @Test(arguments: faults)
  func `a wrong value is told`(name: String, version: String, member: String, code: String) throws {
    let error = try #require(
      #expect(throws: Diagnostic.self) { try vif(primitive(name, version, "{\(member)}")) }
    )
    #expect(error.code.rawValue == code)
    let field = member.split(separator: "\"")[0]
    #expect(error.path.description == "/versioned_object.data/\(field)")
    #expect(error.details.className == name)
    #expect(error.details.version == version)
    #expect(error.message.hasPrefix("\(name) \(version): "))
    #expect(error.details.offset != nil)
  }

  @Test(arguments: [
    ("VIFDirect", #""mode":"vpea""#, "vepa, passthrough, bridge", "did you mean 'vepa'?"),
    ("VIFVHostUser", #""mode":"servre""#, "client, server", "did you mean 'server'?"),
    ("VIFHostDevice", #""dev_type":"etherent""#, "ethernet, generic", "did you mean 'ethernet'?"),
  ])
  func `a misspelt word is told with the words there are`(
    name: String,
    member: String,
    bound: String,
    remedy: String
  ) {
    let error = #expect(throws: Diagnostic.self) {
      try vif(primitive(name, "1.0", "{\(member)}"))
    }
    #expect(error?.details.bound == bound)
    #expect(error?.details.remedy == remedy)
  }

  @Test(arguments: [
    ("vif_name", false), ("id", false), ("plugin", false), ("port_profile", false),
    ("address", true), ("network", true), ("active", true), ("preserve_on_delete", true),
    ("has_traffic_filtering", true),
  ])
  func `null is for fields that may be null or have a default`(name: String, isAllowed: Bool) throws
  {
    if isAllowed {
      #expect(throws: Never.self) { try base(#""\#(name)":null"#) }
      return
    }
    let error = #expect(throws: Diagnostic.self) { try base(#""\#(name)":null"#) }
    #expect(error?.code.rawValue == "object.field-null")
    #expect(error?.path.description == "/versioned_object.data/\(name)")
  }

  @Test func `null gives a field its default, and absence does not`() throws {
    let names = #""active":null,"preserve_on_delete":null,"has_traffic_filtering":null"#
    let read = try base(names)
    #expect(read.active == true)
    #expect(read.preserveOnDelete == false)
    #expect(read.hasTrafficFiltering == false)
    let absent = try base("")
    #expect(absent.active == nil)
    #expect(absent.preserveOnDelete == nil)
    #expect(absent.hasTrafficFiltering == nil)
    let data = #"{"create_port":null,"create_tap":null,"multiqueue":null}"#
    let fields = try profile("VIFPortProfileOpenVSwitch", "1.4", data)?.openVSwitch
    #expect(fields?.createPort == false)
    #expect(fields?.createTap == false)
    #expect(fields?.multiqueue == false)
    #expect(try profile("VIFPortProfileOpenVSwitch", "1.4", "{}")?.openVSwitch?.createPort == nil)
  }

  @Test(arguments: [
    #""vif_name":"a","vif_name":"a""#, #""vif_name":"a","plugin":"p","vif_name":"b""#,
    #""address":null,"address":null"#, #""active":null,"active":true"#,
    #""network":null,"network":null"#, #""vif_name":"a","vif\u005fname":"b""#,
  ])
  func `refuses a field that stands there twice`(data: String) {
    let error = #expect(throws: Diagnostic.self) { try base(data) }
    #expect(error?.code.rawValue == "object.field-repeated")
    #expect(error?.path.components.first == "versioned_object.data")
  }

  @Test func `tells the innermost object, and the way to it`() throws {
    let ip = primitive("FixedIP", "1.0", #"{"floating_ips":["10.0.0.1","10.0.0.256"]}"#)
    let list = primitive("FixedIPList", "1.0", #"{"objects":[\#(primitive("FixedIP")),\#(ip)]}"#)
    let error = try #require(
      #expect(throws: Diagnostic.self) { try subnet(#"{"ips":\#(list)}"#) }
    )
    #expect(error.code.rawValue == "ip.malformed")
    #expect(error.details.className == "FixedIP")
    #expect(error.details.version == "1.0")
    let data = "versioned_object.data"
    #expect(
      error.path.components == [
        data, "network", data, "subnets", data, "objects", "0", data, "ips", data, "objects", "1",
        data, "floating_ips", "1",
      ]
    )
    let misspelt = #expect(throws: Diagnostic.self) {
      try profile("VIFPortProfile8021Qbg", "1.0", #"{"manager_id":"7"}"#)
    }
    #expect(misspelt?.details.className == "VIFPortProfile8021Qbg")
    #expect(misspelt?.details.version == "1.0")
    #expect(
      misspelt?.path.description
        == "/versioned_object.data/port_profile/versioned_object.data/manager_id"
    )
  }

  @Test(arguments: ["1.0", "1e2", "true", #""7""#])
  func `takes whole numbers only where a number is due`(value: String) {
    let error = #expect(throws: Diagnostic.self) { try network(#"{"mtu":\#(value)}"#) }
    #expect(error?.code.rawValue == "json.kind")
    #expect(error?.path.components.last == "mtu")
  }

  @Test func `tells the offset of a value on a later line`() throws {
    let text = primitive("VIFGeneric", "1.0", "{\n\"vif_name\":\"tap0\",\n\"active\":1}")
    let error = try #require(#expect(throws: Diagnostic.self) { try vif(text) })
    let offset = try #require(error.details.offset)
    #expect(text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } == 2)
  }
}
