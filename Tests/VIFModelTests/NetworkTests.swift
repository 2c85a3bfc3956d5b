import Testing
import VIFModel

/// Networks and what is in them.
struct NetworkTests {
  @Test func `reads every field of a network`() throws {
    let read = try #require(
      try network(
        #"""
        {"id":"\#(UUIDs.one)","bridge":"br0","label":"public",\#
        "subnets":\#(primitive("SubnetList", "1.0", #"{"objects":[]}"#)),"multi_host":true,\#
        "should_provide_bridge":true,"should_provide_vlan":true,"bridge_interface":"eth0",\#
        "vlan":7,"mtu":9000}
        """#
      )
    )
    #expect(read.id?.canonical == UUIDs.one)
    #expect(read.bridge == "br0")
    #expect(read.label == "public")
    #expect(read.subnets == SubnetList([]))
    #expect(read.multiHost == true)
    #expect(read.shouldProvideBridge == true)
    #expect(read.shouldProvideVLAN == true)
    #expect(read.bridgeInterface == .value("eth0"))
    #expect(read.vlan == .value(7))
    #expect(read.mtu == .value(9000))
  }

  @Test func `fills what os-vif's constructor fills, and nothing else`() throws {
    let read = try #require(try network("{}"))
    #expect(read.subnets?.objects == [])
    // As in os-vif, the list was changed by being made.
    #expect(read.subnets?.changes == ["objects"])
    #expect(read.multiHost == false)
    #expect(read.shouldProvideBridge == false)
    #expect(read.shouldProvideVLAN == false)
    #expect(read.mtu == .null)
    #expect(read.id == nil)
    #expect(read.bridge == nil)
    #expect(read.label == nil)
    #expect(read.bridgeInterface == .unset)
    #expect(read.vlan == .unset)
  }

  @Test func `tells null from unset`() throws {
    let read = try #require(try network(#"{"bridge_interface":null,"vlan":null,"mtu":null}"#))
    #expect(read.bridgeInterface == .null)
    #expect(read.vlan == .null)
    #expect(read.mtu == .null)
    #expect(try base(#""network":null"#).network == .null)
    #expect(try base("").network == .unset)
  }

  @Test func `reads every field of a subnet, a route and a fixed address`() throws {
    let ip = primitive(
      "FixedIP",
      "1.0",
      #"{"address":"10.0.0.5","floating_ips":["192.0.2.1","2001:DB8::1"]}"#
    )
    let route = primitive(
      "Route",
      "1.0",
      #"{"cidr":"10.1.0.0/16","gateway":"10.0.0.254","interface":"eth0"}"#
    )
    let read = try #require(
      try subnet(
        #"""
        {"cidr":"10.0.0.0/24","dns":["10.0.0.2","::1"],"gateway":"10.0.0.1",\#
        "ips":\#(primitive("FixedIPList", "1.0", #"{"objects":[\#(ip)]}"#)),\#
        "routes":\#(primitive("RouteList", "1.0", #"{"objects":[\#(route)]}"#)),\#
        "dhcp_server":"10.0.0.3"}
        """#
      )
    )
    #expect(read.cidr?.description == "10.0.0.0/24")
    #expect(read.dns?.map(\.description) == ["10.0.0.2", "::1"])
    #expect(read.gateway?.description == "10.0.0.1")
    #expect(read.dhcpServer?.description == "10.0.0.3")
    let fixed = try #require(read.ips?.objects?.first)
    #expect(fixed.address?.description == "10.0.0.5")
    #expect(fixed.floatingIPs?.map(\.description) == ["192.0.2.1", "2001:db8::1"])
    let hop = try #require(read.routes?.objects?.first)
    #expect(hop.cidr?.description == "10.1.0.0/16")
    #expect(hop.gateway?.description == "10.0.0.254")
    #expect(hop.interface == "eth0")
  }

  @Test func `leaves a subnet's fields unset, and a list's`() throws {
    let read = try #require(try subnet("{}"))
    #expect(read == Subnet())
    let lists = try #require(
      try subnet(#"{"ips":\#(primitive("FixedIPList")),"routes":\#(primitive("RouteList"))}"#)
    )
    #expect(lists.ips == FixedIPList())
    #expect(lists.routes?.objects == nil)
    #expect(ObjectList<Route>.className == "RouteList")
  }

  @Test func `keeps the order of a list`() throws {
    let subnets = (1...3).map { primitive("Subnet", "1.0", #"{"cidr":"10.\#($0).0.0/16"}"#) }
    let list = primitive(
      "SubnetList",
      "1.0",
      #"{"objects":[\#(subnets.joined(separator: ","))]}"#
    )
    let read = try network(#"{"subnets":\#(list)}"#)
    #expect(
      read?.subnets?.objects?.map { $0.cidr?.description } == [
        "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16",
      ]
    )
  }
}
