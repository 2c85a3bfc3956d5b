import JSONText
import Testing
import VIFTranslator

/// An item of input: a bare primitive, or one with what is asked of its translation.
struct TranslationRequestTests {
  private struct Read {
    var request: TranslationRequest?
    var fault: Diagnostic?
    var id: String?
    var warnings: [Diagnostic] = []
  }

  private static func read(_ json: String, defaults: String = "{}") throws -> Read {
    let defaults = try Sample.settings(defaults)
    var result = Read()
    do {
      try JSONReader.read(json) { reader throws(Diagnostic) in
        let request = try TranslationRequest(reading: &reader, defaults: defaults, id: &result.id)
        result.request = request
        result.warnings = reader.warnings
      }
    } catch {
      result.fault = error
    }
    return result
  }

  static let vif = Sample.json("VIFBridge")

  @Test func `a bare primitive is an item`() throws {
    let read = try Self.read(Self.vif, defaults: #"{"boot":1}"#)
    let request = try #require(read.request)
    #expect(request.id == nil)
    #expect(try request.guest == Sample.settings(#"{"boot":1}"#))
    #expect(request.vif.className == "VIFBridge")
    // Its paths do not begin with a member that it does not have.
    let fault = Diagnostic(.fieldMissing, "x").at("address").at("vif")
    #expect(request.placed(fault).path.description == "/address")
    #expect(request.placed(Diagnostic(.fieldMissing, "x").at("guest")).path.description == "/guest")
  }

  @Test func `an item has a vif, settings, devices and an id, in any order`() throws {
    let members = [
      #""id":"a""#, #""vif":\#(Self.vif)"#, #""guest":{"mtu":1500}"#,
      #""host":{"netdev":{"0000:0A:00.1":"eth0"},"vdpa":{"0000:0a:00.1":"/dev/vhost-vdpa-0"}}"#,
    ]
    for shift in 0..<members.count {
      let item = "{\((members[shift...] + members[..<shift]).joined(separator: ","))}"
      let request = try #require(try Self.read(item).request)
      #expect(request.id == #""a""#)
      #expect(try request.guest == Sample.settings(#"{"mtu":1500}"#))
      #expect(try request.netdevs == [PCIAddress(Sample.pci): "eth0"])
      #expect(try request.vdpaDevices == [PCIAddress(Sample.pci): "/dev/vhost-vdpa-0"])
      let fault = Diagnostic(.fieldMissing, "x").at("vif")
      #expect(request.placed(fault).path.description == "/vif")
    }
  }

  @Test func `an item's settings go before the defaults, setting by setting`() throws {
    let item = #"""
      {"vif":\#(Self.vif),"guest":{"mtu":9000,"driver":{"queues":2},"link":null,"model":null}}
      """#
    let defaults = #"""
      {"mtu":1500,"driver":{"packed":true},"link":"down","boot":3,"model":"e1000"}
      """#
    let request = try #require(try Self.read(item, defaults: defaults).request)
    let merged = #"""
      {"mtu":9000,"driver":{"queues":2},"link":"down","boot":3,"model":null}
      """#
    #expect(try request.guest == Sample.settings(merged))
  }

  @Test(arguments: [
    (#""a\"b\u0001""#, #""a\"b\u0001""#), ("7", "7"), ("-1.50e3", "-1.50e3"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), (#""""#, #""""#),
  ])
  func `an id is a text or a number, and is given back as it is`(json: String, id: String) throws {
    let read = try Self.read(#"{"id":\#(json),"vif":\#(Self.vif)}"#)
    #expect(read.request?.id == id)
  }

  @Test func `an id that was read is known although the rest is wrong`() throws {
    let read = try Self.read(#"{"id":7,"vif":{}}"#)
    #expect(read.id == "7")
    #expect(read.fault?.code.rawValue == "object.key-missing")
  }

  @Test(arguments: [
    ("{}", " key.missing"), (#"{"a":1}"#, "/a key.unknown"), (#"{"colour":1}"#, " key.missing"),
    (#"{"vfi":VIF}"#, "/vfi key.unknown"), ("[]", " json.kind"),
    ("7", " json.kind"),
    (#"{"id":1}"#, " key.missing"), (#"{"vif":null}"#, " key.missing"),
    (#"{"vif":{}}"#, "/vif object.key-missing"), (#"{"id":true,"vif":VIF}"#, "/id json.kind"),
    (#"{"id":1,"id":2,"vif":VIF}"#, "/id key.repeated"),
    (#"{"vif":VIF,"vif":VIF}"#, "/vif key.repeated"),
    (#"{"vif":VIF,"gest":{}}"#, "/gest key.unknown"),
    (#"{"vif":VIF,"guest":[]}"#, "/guest json.kind"),
    (#"{"vif":VIF,"host":{"netdevs":{}}}"#, "/host/netdevs key.unknown"),
    (#"{"vif":VIF,"host":{"netdev":{"a":"b"}}}"#, "/host/netdev/a pci.malformed"),
    (#"{"vif":VIF,"host":{"netdev":{"0000:0a:00.1":7}}}"#, "/host/netdev/0000:0a:00.1 json.kind"),
    (#"{"vif":VIF,"host":{"vdpa":[]}}"#, "/host/vdpa json.kind"),
    (
      #"{"vif":VIF,"host":{"netdev":{"0000:0a:00.1":"a b"}}}"#,
      "/host/netdev/0000:0a:00.1 device-name.malformed"
    ),
    (#"{"vif":VIF,"host":{"vdpa":{"0000:0a:00.1":"x"}}}"#, "/host/vdpa/0000:0a:00.1 vdpa.path"),
    (
      #"{"vif":VIF,"host":{"netdev":{"0000:0a:00.1":"a","0000:0A:00.1":"b"}}}"#,
      "/host/netdev/0000:0A:00.1 key.repeated"
    ),
  ])
  func `what is no item is told with its place`(json: String, fault: String) throws {
    let read = try Self.read(
      json.replacing("VIF,", with: "\(Self.vif),").replacing("VIF}", with: "\(Self.vif)}")
    )
    #expect(read.fault.map { "\($0.path) \($0.code)" } == fault)
  }

  @Test func `warnings of the primitive lead through the item`() throws {
    let vif = Sample.json("VIFBridge", #""x":1"#)
    let path = "/versioned_object.data/x"
    #expect(try Self.read(vif).warnings.map(\.path.description) == [path])
    #expect(try Self.read(#"{"vif":\#(vif)}"#).warnings.map(\.path.description) == ["/vif" + path])
  }
}
