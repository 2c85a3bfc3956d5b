import Addresses
import Diagnostics
import Testing

@testable import LibvirtAttach

@Suite struct DuplicateCheckTests {
  static func refusal(
    _ xml: String,
    _ parts: DefinitionParts = [.live, .config]
  ) throws -> Diagnostic.Code? {
    let snapshot = try DomainSnapshot(live: Sample.live, config: Sample.config)
    let document = try AttachDocument(parsing: xml)
    do throws(Diagnostic) {
      try snapshot.refuseDuplicate(of: document, for: parts)
      return nil
    } catch {
      return error.code
    }
  }

  static func interface(_ mac: String, alias: String? = nil) -> String {
    let alias = alias.map { "<alias name='\($0)'/>" } ?? ""
    return "<interface type='user'><mac address='52:54:00:00:00:\(mac)'/>\(alias)</interface>"
  }

  @Test func `lets what is new pass`() throws {
    #expect(try Self.refusal(Self.interface("09", alias: "ua-new")) == nil)
    #expect(try Self.refusal(Self.interface("09")) == nil)
    #expect(try Self.refusal("<interface type='user'/>") == nil)
  }

  @Test(arguments: [DefinitionParts.live, .config, [.live, .config]])
  func `finds a MAC address in either definition`(parts: DefinitionParts) throws {
    // The one is in the live definition, the other in the configuration alone.
    #expect(try Self.refusal(Self.interface("02", alias: "ua-new"), parts) == .attachDuplicateMAC)
    #expect(try Self.refusal(Self.interface("03", alias: "ua-new"), parts) == .attachDuplicateMAC)
  }

  @Test func `finds an alias that another device has`() throws {
    #expect(
      try Self.refusal(Self.interface("09", alias: "ua-front")) == .attachDuplicateAlias
    )
    #expect(
      try Self.refusal(Self.interface("09", alias: "ua-front"), .config) == .attachDuplicateAlias
    )
  }

  @Test func `knows a device that is there`() throws {
    let both = Self.interface("01")
    #expect(try Self.refusal(both) == .attachPresent)
    #expect(try Self.refusal(both, .live) == .attachPresent)
    // In the configuration it is new, and the same as in the running guest.
    let user = Self.interface("03")
    #expect(try Self.refusal(user, .live) == nil)
    #expect(try Self.refusal(user, .config) == .attachPresent)
  }

  @Test func `knows a host device by its alias`() throws {
    let xml = """
      <hostdev mode='subsystem' type='pci'>\
      <source><address domain='0' bus='1' slot='0' function='0'/></source>\
      <alias name='ua-front'/></hostdev>
      """
    #expect(try Self.refusal(xml) == .attachDuplicateAlias)
  }
}

@Suite struct AttachDocumentTests {
  @Test func `chooses a MAC address once, and one that libvirt would choose`() throws {
    let document = try AttachDocument(
      parsing: "<interface type='user'><model type='virtio'/></interface>"
    )
    let mac = try #require(document.device.mac?.description)
    #expect(mac.hasPrefix("52:54:00:"))
    #expect(document.xml.contains("<mac address='\(mac)'/>"))
    #expect(document.xml.contains("<model type='virtio'/>"))
  }

  @Test func `leaves a document with a MAC address as it is`() throws {
    let xml = "<interface type='user'><!-- mine --><mac address='52:54:00:00:00:01'/></interface>"
    #expect(try AttachDocument(parsing: xml).xml == xml)
  }

  @Test(arguments: ["", "<disk/>", "<interface", "<interface/>\u{0}"])
  func `takes nothing but a device`(xml: String) {
    #expect(throws: HotPlugError.self) { try AttachDocument(parsing: xml) }
  }
}
