import DomainXML
import Testing

/// What takes the place of what.
struct ReplacementTests {
  private static let domain = Sample.domain(
    "<disk/>",
    Sample.interface(1),
    Sample.interface(2),
    Sample.named("ua-b"),
    "<video/>"
  )

  @Test func `a device replaces the one with its MAC address`() throws {
    let new = Sample.interface(1, bridge: "br7")
    let result = Sample.domain(
      "<disk/>",
      new,
      Sample.interface(2),
      Sample.named("ua-b"),
      "<video/>"
    )
    #expect(try Sample.splice(Self.domain, new) == result)
  }

  @Test func `the case of a MAC address does not matter`() throws {
    let old = "<interface><mac address='52:54:00:AB:cd:EF'/></interface>"
    let new = "<interface type='user'><mac address='52:54:00:ab:CD:ef'/></interface>"
    #expect(try Sample.splice(Sample.domain(old), new) == Sample.domain(new))
  }

  @Test func `nor does its form, as long as libvirt reads it`() throws {
    let short = "<interface><mac address='52:54:0:0:0:1'/></interface>"
    #expect(try Sample.splice(Sample.domain(short), Sample.interface(1)) == Self.alone)
    #expect(try Sample.splice(Self.alone, short) == Sample.domain(short))
    #expect(
      try Sample.splice(Sample.domain(short), removing: "mac:\(Sample.address(1))")
        == Sample.domain()
    )
  }

  private static let alone = Sample.domain(Sample.interface(1))

  @Test func `replaces, removes and inserts a great many in one line`() throws {
    func interface(_ index: Int, _ rest: String = "") -> String {
      "<interface><mac address='\(MACAddress(bits: UInt64(index) << 8))'/>\(rest)</interface>"
    }
    let count = 10_000
    let old = (0..<count).map { interface($0) }.joined(separator: " ")
    let new = (0..<count).reversed().filter { !$0.isMultiple(of: 100) }
      .map { interface($0, "<link state='up'/>") }.joined()
    let added = "<interface type='user'/>"
    let splice = try DomainSplice(
      of: DomainDocument(parsing: "<domain><devices>\(old)</devices></domain>"),
      putting: WrittenDevice.list(parsing: new + added),
      removing: stride(from: 0, to: count, by: 100).map { .index($0 + 1) }
    )
    let result = (0..<count).filter { !$0.isMultiple(of: 100) }
      .map { interface($0, "<link state='up'/>") }.joined(separator: " ")
    #expect(splice.text == "<domain><devices> \(result) \(added)</devices></domain>")
  }

  @Test func `a device replaces the one with its lasting alias, of another kind too`() throws {
    let new = "<hostdev><alias name='ua-b'/></hostdev>"
    let result = Sample.domain(
      "<disk/>",
      Sample.interface(1),
      Sample.interface(2),
      new,
      "<video/>"
    )
    #expect(try Sample.splice(Self.domain, new) == result)
    #expect(try Sample.splice(result, Sample.named("ua-b")) == Self.domain)
  }

  @Test func `libvirt's own aliases name nothing`() throws {
    let domain = Sample.domain(Sample.named("net0"))
    let result = Sample.domain(Sample.named("net0"), Sample.named("net0"))
    #expect(try Sample.splice(domain, Sample.named("net0")) == result)
  }

  @Test func `takes the old one's indentation`() throws {
    let domain = """
      <domain><devices>
        <disk/>
            <interface>
               <mac address='52:54:00:00:00:01'/>
            </interface> <!-- a --> </devices></domain>
      """
    let result = """
      <domain><devices>
        <disk/>
            <interface type='bridge'>
               <mac address='52:54:00:00:00:01'/>
               <source bridge='br0'/>
            </interface> <!-- a --> </devices></domain>
      """
    #expect(try Sample.splice(domain, Sample.interface(1)) == result)
  }

  @Test func `replaces, inserts and removes at once`() throws {
    let domain = Sample.domain(
      Sample.interface(1),
      Sample.interface(2),
      Sample.interface(3),
      Sample.named("ua-b")
    )
    let new = [Sample.interface(8), Sample.interface(1, bridge: "br7"), Sample.interface(9)]
    #expect(
      try Sample.splice(
        domain,
        new.joined(separator: "\n"),
        removing: "alias:ua-b",
        "index:2",
        "mac:\(Sample.address(3))"
      ) == Sample.domain(new[1], new[0], new[2])
    )
  }

  @Test func `tells what it did`() throws {
    let splice = try DomainSplice(
      of: DomainDocument(parsing: Self.domain),
      putting: WrittenDevice.list(
        parsing: "\(Sample.interface(9)) \(Sample.interface(2, bridge: "br7"))"
      ),
      removing: [InterfaceSelector("index:1")]
    )
    let changes = splice.changes.map { change in
      switch change {
      case .inserted(let new): "+\(new.identity)"
      case .replaced(let old, let new): "\(old.source ?? "")>\(new.source ?? "") \(new.identity)"
      case .removed(let old): "-\(old.identity)"
      }
    }
    #expect(
      changes == [
        "-mac:\(Sample.address(1))", "br0>br7 mac:\(Sample.address(2))",
        "+mac:\(Sample.address(9))",
      ]
    )
  }

  /// A domain's devices, what is put in, what is taken out, and what is wrong with that.
  static let refused: [([String], String, [String], Diagnostic.Code)] = [
    ([Sample.interface(1)], "", ["target:vnet0"], .interfaceNotFound),
    ([Sample.interface(1)], "", ["index:2"], .interfaceNotFound),
    (
      [Sample.interface(1), Sample.interface(1)], "", ["index:1", "mac:\(Sample.address(1))"],
      .interfaceAmbiguous
    ),
    ([Sample.interface(1), Sample.interface(1)], Sample.interface(1), [], .interfaceAmbiguous),
    (
      [Sample.interface(1), Sample.named("ua-b")],
      "<interface><mac address='52:54:00:00:00:01'/><alias name='ua-b'/></interface>", [],
      .interfaceAmbiguous
    ),
    ([Sample.interface(1)], Sample.interface(1), ["index:1"], .spliceConflict),
    ([], Sample.interface(1) + Sample.interface(1), [], .spliceConflict),
    (
      ["<interface><mac address='52:54:00:00:00:01'/><alias name='ua-b'/></interface>"],
      Sample.interface(1) + Sample.named("ua-b"), [], .spliceConflict
    ),
    (["<disk><alias name='ua-b'/></disk>"], Sample.named("ua-b"), [], .spliceConflict),
    (
      ["<disk><alias name='ua-b'/></disk>", Sample.interface(1)],
      "<interface><mac address='52:54:00:00:00:01'/><alias name='ua-b'/></interface>", [],
      .spliceConflict
    ),
  ]

  @Test(arguments: refused)
  func `refuses what is not clear`(
    devices: [String],
    new: String,
    removed: [String],
    code: Diagnostic.Code
  ) throws {
    let domain = Sample.domain(devices.joined(separator: "\n"))
    let error = #expect(throws: Diagnostic.self) {
      try DomainSplice(
        of: DomainDocument(parsing: domain),
        putting: new.isEmpty ? [] : WrittenDevice.list(parsing: new),
        removing: removed.map { try InterfaceSelector($0) }
      )
    }
    #expect(error?.code == code)
  }

  @Test func `names all that are ambiguous`() throws {
    let domain = Sample.domain(Sample.interface(1), Sample.named("ua-b"))
    let error = #expect(throws: Diagnostic.self) {
      try Sample.splice(
        domain,
        "<interface><mac address='52:54:00:00:00:01'/><alias name='ua-b'/></interface>"
      )
    }
    #expect(error?.message.contains("mac:\(Sample.address(1)); alias:ua-b") == true)
  }
}
