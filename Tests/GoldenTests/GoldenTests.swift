import Diagnostics
import GoldenFiles
import InterfaceXML
import LibvirtAttach
import Testing

/// The project's own golden folder: each case is translated anew, and each recorded document is
/// put before libvirt.
struct GoldenTests {
  private static let folder: String = {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(path)/Golden"
  }()

  /// A folder that cannot be read is a failure of the test that counts the cases.
  private static let cases = (try? GoldenFolder(folder).cases) ?? []

  @Test func `the folder holds every pair and a case per option`() throws {
    let golden = try GoldenFolder(Self.folder)
    #expect(golden.orphans == [])
    #expect(golden.cases.count >= 300)
    let types = [
      "generic", "bridge", "openvswitch", "direct", "vhostuser", "hostdevice", "nesteddpdk",
    ]
    let profiles = [
      "none", "base", "openvswitch", "fp-openvswitch", "ovs-representor", "fp-bridge", "fp-tap",
      "8021qbg", "8021qbh", "k8s-dpdk",
    ]
    let names = Set(golden.cases.map(\.description))
    for type in types {
      for profile in profiles { #expect(names.contains("\(type)/profile-\(profile)")) }
    }
  }

  @Test(arguments: cases)
  func `translates as recorded`(_ golden: GoldenCase) throws {
    let outcome = try golden.outcome()
    let records = try golden.records()
    if GoldenCase.verdict(outcome, records) != .same {
      let record = records.first.map { $0.text } ?? ""
      Issue.record("\(golden)\n\(UnifiedDiff(from: record, to: outcome.text))")
    }
  }

  @Test(
    .enabled(
      if: (try? InterfaceSchema()) != nil,
      "needs \(InterfaceSchema.defaultPath) (Debian 12: libvirt0)"
    )
  )
  func `libvirt's schema takes every document`() throws {
    let schema = try InterfaceSchema()
    for golden in Self.cases {
      for case .xml(let document) in try golden.records() {
        #expect(try schema.findings(in: document) == [], "\(golden)")
      }
    }
  }

  #if Libvirt
    /// What libvirt's parser is known to add to a document, or to replace in it.
    ///
    /// The test driver, as any other, makes a target when there is none (`testnet0`), and takes
    /// names that begin so for its own; libvirt makes an instanceid that is missing.
    private static func withoutGenerated(_ document: String) -> [Substring] {
      document.split(separator: "\n").filter { line in
        !["testnet", "macvtap", "macvlan", "vnet"].contains { line.contains("<target dev='\($0)") }
      }
    }

    @Test func `libvirt's parser takes every document and prints it byte for byte`() throws {
      let parser = try DefinitionProbe()
      var generated: [String] = []
      for golden in Self.cases {
        for case .xml(let document) in try golden.records() {
          let printed = try parser.normalForm(of: document)
          if printed == document { continue }
          generated.append(golden.description)
          if golden.description == "direct/8021qbg-no-instance" {
            #expect(printed.contains(" instanceid='"))
          } else {
            #expect(Self.withoutGenerated(printed) == Self.withoutGenerated(document), "\(golden)")
          }
        }
      }
      // Everything but host devices, vDPA and a few macvtap cases comes back as it went in.
      let kinds = ["hostdevice/", "direct/", "import/nova-", "import/neutron-port-direct"]
      #expect(generated.allSatisfy { name in kinds.contains { name.hasPrefix($0) } })
      #expect(generated.count <= 35)
    }

    @Test func `the parser's refusals are seen`() throws {
      let parser = try DefinitionProbe()
      let error = #expect(throws: LibvirtError.self) {
        try parser.normalForm(
          of: "<interface type='bridge'><mac address='01:00:00:00:00:00'/></interface>"
        )
      }
      #expect(error?.code == LibvirtError.xmlError)
    }
  #endif
}
