import DomainXML
import Testing

@testable import LibvirtAttach

@Suite struct NewestDeviceTests {
  private static let alias = "ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a531"

  private static func nic(_ target: String, alias: String? = nil, _ more: String = "") -> String {
    """
    <interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/>\
    <target dev='\(target)'/>\(more)\(alias.map { "<alias name='\($0)'/>" } ?? "")</interface>
    """
  }

  private static func function(alias: String) -> String {
    """
    <hostdev mode='subsystem' type='pci'><source><address domain='0' bus='6' slot='2' \
    function='1'/></source><alias name='\(alias)'/></hostdev>
    """
  }

  /// The place of the newest, and then those of the older ones.
  private static func places(
    _ document: String,
    _ devices: [String],
    _ ownership: Ownership = .vifs
  ) throws -> [Int] {
    let domain = try DomainDescription(
      parsing: "<domain id='1'><devices>\(devices.joined())</devices></domain>"
    )
    let document = try AttachDocument(parsing: document)
    let newest = domain.newestPlace(of: document, ownership)
    return [newest].compactMap(\.self) + domain.olderPlaces(of: document, ownership)
  }

  @Test func `is the last one, though another is as it is asked for`() throws {
    let old = Self.nic("tap0", alias: Self.alias)
    let devices = [old, Self.nic("tap1", alias: Self.alias + "-2")]
    #expect(try Self.places(old, devices) == [1, 0])
    #expect(try Self.places(old, devices.reversed()) == [1, 0])
    #expect(try Self.places(old, []) == [])
  }

  @Test func `is the VIF's own before a foreign one that is to give way`() throws {
    let own = Self.nic("tap0", alias: Self.alias)
    #expect(try Self.places(own, [Self.nic("tap1", alias: "net0"), own], .all) == [1, 0])
    #expect(try Self.places(own, [own, Self.nic("tap1", alias: "net0")], .all) == [0, 1])
    #expect(try Self.places(own, [Self.nic("tap1", alias: "net0"), own]) == [1])
  }

  @Test func `is found by its address where none has an alias of its own`() throws {
    let devices = ["net0", "net1"].map { (name: String) in Self.nic("tap-\(name)", alias: name) }
    #expect(try Self.places(Self.nic("tap-net0"), devices) == [1, 0])
  }

  @Test func `counts no partner of a team as a double`() throws {
    let persistent = Self.nic("tap0", "<teaming type='persistent'/>")
    let transient = Self.nic("tap1", "<teaming type='transient' persistent='ua-one'/>")
    #expect(try Self.places(persistent, [persistent, transient]) == [0])
    #expect(try Self.places(transient, [persistent, transient]) == [1])
  }

  @Test func `is known by its number among devices of two kinds`() throws {
    let kinds = [Self.nic("tap0", alias: Self.alias), Self.function(alias: Self.alias + "-2")]
    #expect(try Self.places(kinds[0], kinds) == [1, 0])
    let swapped = [Self.nic("tap0", alias: Self.alias + "-2"), Self.function(alias: Self.alias)]
    #expect(try Self.places(swapped[0], swapped) == [0, 1])
  }

  @Test(arguments: [("-2", "-3"), ("-3", "-1"), ("-1", "-2")])
  func `is known by its number where both have one`(older: String, newer: String) throws {
    let own = Self.nic("tap0", alias: Self.alias)
    let olderNIC = [
      Self.nic("tap0", alias: Self.alias + older), Self.function(alias: Self.alias + newer),
    ]
    #expect(try Self.places(own, olderNIC) == [1, 0])
    let newerNIC = [
      Self.nic("tap0", alias: Self.alias + newer), Self.function(alias: Self.alias + older),
    ]
    #expect(try Self.places(own, newerNIC) == [0, 1])
  }
}
