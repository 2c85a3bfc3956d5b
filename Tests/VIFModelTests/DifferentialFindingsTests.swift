import Addresses
import Testing

/// What comparing with the real os-vif brought to light.
@Suite struct DifferentialFindingsTests {
  @Test(arguments: [
    ("::ab2c:1cad", "::171.44.28.173"), ("::1:0", "::0.1.0.0"), ("::ffff", "::ffff"), ("::", "::"),
    ("::ffff:ab2c:1cad", "::ffff:171.44.28.173"), ("::1:0:0", "::1:0:0"),
  ])
  func `an IPv4-compatible address keeps its dotted tail`(text: String, written: String) throws {
    #expect(try IPAddress(text).description == written)
  }
}
