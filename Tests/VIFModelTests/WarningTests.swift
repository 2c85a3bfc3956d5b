import Testing
import VIFModel

/// What is passed over is told of.
struct WarningTests {
  @Test func `an unknown field is passed over, whatever it holds`() throws {
    for value in ["1", "null", #""x""#, #"{"a":[{"b":null}]}"#, "[[]]"] {
      let (vif, warnings) = try vifWithWarnings(
        primitive("VIFGeneric", "1.0", #"{"vif_name":"tap0","vif_mane":\#(value),"plugin":"p"}"#)
      )
      #expect(vif.base.plugin == "p")
      let warning = try #require(warnings.first)
      #expect(warnings.count == 1)
      #expect(warning.code.rawValue == "object.field-unknown")
      #expect(warning.path.description == "/versioned_object.data/vif_mane")
      #expect(warning.details.className == "VIFGeneric")
      #expect(warning.details.version == "1.0")
      #expect(warning.details.value == "vif_mane")
    }
  }

  @Test func `one release's fixed_ips is unknown`() throws {
    let (_, warnings) = try vifWithWarnings(primitive("VIFBridge", "1.0", #"{"fixed_ips":{}}"#))
    #expect(warnings.map(\.path.description) == ["/versioned_object.data/fixed_ips"])
  }

  @Test func `an unknown key of the envelope is passed over`() throws {
    let text = primitive("VIFGeneric").dropLast() + #","versioned_object.sum":{"a":1}}"#
    let (_, warnings) = try vifWithWarnings(String(text))
    #expect(warnings.map(\.code.rawValue) == ["object.field-unknown"])
    #expect(warnings.map(\.path.description) == ["/versioned_object.sum"])
  }

  @Test func `each is told with the way to its place, in order`() throws {
    let subnets = [#"{"a":1}"#, #"{"b/c":1}"#].map { primitive("Subnet", "1.0", $0) }
      .joined(separator: ",")
    let list = primitive("SubnetList", "1.0", #"{"objects":[\#(subnets)],"d":1}"#)
    let network = primitive("Network", "1.1", #"{"e":1,"subnets":\#(list)}"#)
    let profile = primitive("VIFPortProfileBase", "1.1", #"{"f~":1}"#)
    let (_, warnings) = try vifWithWarnings(
      primitive(
        "VIFGeneric",
        "1.0",
        #"{"network":\#(network),"port_profile":\#(profile),"g":1}"#
      )
    )
    let data = "/versioned_object.data"
    let subnet = "\(data)/network\(data)/subnets\(data)/objects"
    #expect(
      warnings.map(\.path.description) == [
        "\(data)/network\(data)/e", "\(subnet)/0\(data)/a", "\(subnet)/1\(data)/b~1c",
        "\(data)/network\(data)/subnets\(data)/d", "\(data)/port_profile\(data)/f~0", "\(data)/g",
      ]
    )
    #expect(
      warnings.map(\.details.className) == [
        "Network", "Subnet", "Subnet", "SubnetList", "VIFPortProfileBase", "VIFGeneric",
      ]
    )
  }

  @Test func `they are added to what was said before`() throws {
    var warnings = [Diagnostic(.objectFieldUnknown, "before")]
    _ = try VIF(json: primitive("VIFGeneric", "1.0", #"{"x":1}"#), warnings: &warnings)
    #expect(warnings.map(\.path.description) == ["", "/versioned_object.data/x"])
  }
}
