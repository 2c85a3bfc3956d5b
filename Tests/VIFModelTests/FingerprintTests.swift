import Testing
import ToolRun
import VIFModel

/// The sums that os-vif publishes of its classes, so that nobody changes one without a new number.
struct FingerprintTests {
  private static let published = [
    "VIFBase": "1.0-4a5a8881dc999752cb050dd443458b6a",
    "VIFGeneric": "1.0-c72e637ed620f0135ea50a9409a3f389",
    "VIFBridge": "1.0-e78d355f3505361fafbf0797ffad484a",
    "VIFOpenVSwitch": "1.0-e78d355f3505361fafbf0797ffad484a",
    "VIFDirect": "1.0-05c939280f4025fd1f7efb921a835c57",
    "VIFVHostUser": "1.1-1f95b43be1f884f090ca1f4d79adfd35",
    "VIFHostDevice": "1.0-bb090f1869c3b4df36efda216ab97a61",
    "VIFNestedDPDK": "1.0-fdbaf6b20afd116529929b21aa7158dc",
    "DatapathOffloadBase": "1.0-77509ea1ea0dd750d5864b9bd87d3f9d",
    "DatapathOffloadRepresentor": "1.0-802a5dff22f73046df3742c815c51421",
    "VIFPortProfileBase": "1.1-4982d1621df12ebd1f3b07948f3d0e5f",
    "VIFPortProfileOpenVSwitch": "1.4-54fb321f2b70c37d392fadc226c889e7",
    "VIFPortProfileFPOpenVSwitch": "1.4-20904c1dcdac0641cabf7b02525973bd",
    "VIFPortProfileOVSRepresentor": "1.4-82b7292ee4cd6f808b724d2f5648932b",
    "VIFPortProfileFPBridge": "1.1-49f1952bf50bab7a95112c908534751f",
    "VIFPortProfileFPTap": "1.1-fd178229477604dfb65de5ce929488e5",
    "VIFPortProfile8021Qbg": "1.1-b3011621809dca9216b50579ce9d6b19",
    "VIFPortProfile8021Qbh": "1.1-226b61b2e76ba452f7b31530cff80ac9",
    "VIFPortProfileK8sDPDK": "1.1-e2a2abd112b14e0239e76b99d9b252ae",
    "Network": "1.1-27a8a3e236d1d239121668a590130154",
    "Subnet": "1.0-6a8c192ef7492120d1a5e0fd08e44272",
    "SubnetList": "1.0-15ecf022a68ddbb8c2a6739cfc9f8f5e",
    "Route": "1.0-5ca049cb82c4d4ec5edb1b839c1429c7",
    "RouteList": "1.0-15ecf022a68ddbb8c2a6739cfc9f8f5e",
    "FixedIP": "1.0-d1a0ec7e7b6ce021a784c54d44cce009",
    "FixedIPList": "1.0-15ecf022a68ddbb8c2a6739cfc9f8f5e",
    "InstanceInfo": "1.0-84104d3435046b1a282ac8265ec2a976",
    "HostPortProfileInfo": "1.0-e0bc9228c1456b220830d67b05bc4bf2",
    "HostVIFInfo": "1.1-00fdbeba3f9bb3bd2a723c17023ba182",
    "HostPluginInfo": "1.0-5204e579864981c9891ecb5d1c9329f2",
    "HostInfo": "1.0-4dba5ce236ea2dc559de8764995dd247",
  ]

  @Test func `the sum of what is declared is the published one`() async throws {
    let declarations = OSVIFObject.declarations
    let sums = try await Command(
      "sh",
      ["-c", #"for text; do printf %s "$text" | md5sum; done"#, "sh"]
        + declarations.map(\.fingerprintText)
    )
    #expect(sums.status == 0, "\(sums.errors)")
    let lines = sums.output.split(separator: "\n").map { $0.prefix(32) }
    try #require(lines.count == declarations.count)
    let pairs = try zip(declarations, lines).map { declaration, sum in
      (declaration.name, "\(try #require(declaration.history.last).version)-\(sum)")
    }
    #expect(Dictionary(pairs) { $1 } == Self.published)
  }

  @Test func `the published ones are told`() {
    let told = OSVIFObject.declarations.map { ($0.name, $0.fingerprint) }
    #expect(Dictionary(told) { $1 } == Self.published.mapValues { Optional($0) })
    #expect(told.count == 31)
  }
}
