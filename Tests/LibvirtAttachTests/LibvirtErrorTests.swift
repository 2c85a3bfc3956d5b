import LibvirtAttach
import Testing

@Suite struct LibvirtErrorTests {
  @Test func `keeps libvirt's words, with both numbers behind them`() {
    let error = LibvirtError(code: 42, domain: 10, message: "Domain not found")
    #expect(error.description == "Domain not found (libvirt error 42, domain 10)")
    #expect(
      HotPlugError.libvirt(error).description
        == "there is no such domain: Domain not found (libvirt error 42, domain 10)"
    )
    #expect(
      HotPlugError.domainNotFound("web", error).description
        == "there is no domain 'web': Domain not found (libvirt error 42, domain 10)"
    )
  }

  @Test(arguments: [
    (
      1, "Device net0 is already in the process of unplug",
      true
    ),
    (1, "Hot-unplug failed: guest is busy", false),
    (99, "already in the process of unplug", false),
  ])
  func `knows a request that is under way by QEMU's words`(
    code: Int,
    message: String,
    isUnderWay: Bool
  ) {
    let error = LibvirtError(code: code, domain: 10, message: message)
    #expect(error.isUnplugUnderWay == isUnderWay)
  }
}
