import Testing
import ToolRun

/// `vif match`: which interface of a domain is a VIF's.
struct MatchCommandTests {
  private static func interface(_ bridge: String, mac: String = "FA:16:3E:00:00:01") -> String {
    """
    <interface type='bridge'><mac address='\(mac)'/><source bridge='\(bridge)'/>\
    <target dev='tap1'/><alias name='net1'/></interface>
    """
  }

  private static func domain(_ interfaces: String...) -> String {
    "<domain type='kvm'><devices>\(interfaces.joined())</devices></domain>"
  }

  @Test func `the interface is told, by its place and by what it is found by`() async throws {
    let folder = try TemporaryFolder()
    let other = Self.interface("br1", mac: "fa:16:3e:00:00:02")
    let domain = try folder.write(Self.domain(other, Self.interface("br0")), to: "d.xml")
    let vif = try folder.write(Sample.vif("br0"), to: "v.json")
    let run = try await tool("match", domain, vif)
    #expect(run.status == 0)
    #expect(run.output == "index:2 bridge br0 (mac:fa:16:3e:00:00:01 alias:net1 target:tap1)\n")
    let json = try await shell(#""$VIF" match --format json - "$1" < "$2""#, vif, domain)
    #expect(json.output.hasPrefix(#"{"index":2,"interface":{"type":"bridge","mac":"fa:16:"#))
  }

  @Test func `none and several are told apart`() async throws {
    let folder = try TemporaryFolder()
    let vif = try folder.write(Sample.vif("br0"), to: "v.json")
    let none = try folder.write(Self.domain(Self.interface("br1")), to: "n.xml")
    let missing = try await tool("match", none, vif)
    #expect(missing.status == 3)
    #expect(missing.output == "")
    #expect(missing.errors.contains("but another source [match.none]"))
    let two = Self.domain(Self.interface("br0"), Self.interface("br0"))
    let several = try await tool("match", folder.write(two, to: "t.xml"), vif)
    #expect(several.status == 3)
    #expect(several.errors.contains("index:1, index:2"))
  }

  @Test func `what cannot be read is told`() async throws {
    let folder = try TemporaryFolder()
    let vif = try folder.write(Sample.vif("br0"), to: "v.json")
    let run = try await tool("match", folder.write("<domain>", to: "d.xml"), vif)
    #expect(run.status == 2)
    let domain = try folder.write(Self.interface("br0"), to: "i.xml")
    #expect(try await tool("match", domain, vif).status == 0)
    #expect(try await tool("match", domain, folder.write("{}", to: "e.json")).status == 1)
    let both = Sample.vif("br0") + Sample.vif("br1")
    let several = try await tool("match", domain, folder.write(both, to: "b.json"))
    #expect(several.status == 3)
    #expect(several.errors.contains("[match.several]"))
  }
}
