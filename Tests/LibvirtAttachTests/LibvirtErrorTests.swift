import Testing

@testable import LibvirtAttach

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

  @Test(arguments: [
    (38, 7, "End of file while reading data: Input/output error", true),
    (38, 7, "Cannot write data: Broken pipe", true),
    (38, 7, "Cannot recv data: Connection reset by peer", true),
    (1, 7, "internal error: client socket is closed", true),
    (38, 7, "Unable to make a socket pair", false),
    (38, 0, "End of file while reading data: Input/output error", false),
    (68, 10, "Timed out during operation", false),
  ])
  func `knows that a call has lost its way, also when the connection lives on`(
    code: Int,
    domain: Int,
    message: String,
    isLost: Bool
  ) {
    #expect(LibvirtError(code: code, domain: domain, message: message).meansLoss == isLost)
  }
}
