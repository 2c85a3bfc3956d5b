#if Libvirt
  import Diagnostics
  import LibvirtAttach
  import Testing

  /// libvirt's mock driver: it has a running domain `test`, and no way to plug anything in.
  @Suite struct TestDriverTests {
    @Test func `keeps libvirt's own number and words`() async throws {
      let domain = try await Connection("test:///default").domain(named: "test")
      let error = await #expect(throws: HotPlugError.self) {
        try await domain.attach("<interface type='user'/>")
      }
      guard case .libvirt(let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.code == LibvirtError.noSupport)
      #expect(reason.message.hasPrefix("this function is not supported by the connection driver"))
    }

    @Test(arguments: ["test", "1", "6695eb01-f6a4-8304-79aa-97f2502e193f"])
    func `finds a domain by name, id and UUID`(name: String) async throws {
      let domain = try await Connection("test:///default").domain(named: name)
      #expect(domain.name == "test")
      #expect(try await domain.isActive)
      #expect(try await domain.isPersistent)
      #expect(try await domain.devices(in: .live).map(\.source) == ["default"])
    }

    @Test(arguments: ["nope", "77", "00000000-0000-0000-0000-000000000000", ""])
    func `says that a domain is missing`(name: String) async throws {
      let connection = try await Connection("test:///default")
      let error = await #expect(throws: HotPlugError.self) {
        try await connection.domain(named: name)
      }
      guard case .domainNotFound(name, let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.code == LibvirtError.noDomain)
    }

    @Test func `takes no name or URI that C would cut short`() async throws {
      let connection = try await Connection("test:///default")
      let domain = await #expect(throws: HotPlugError.self) {
        try await connection.domain(named: "test\u{0}")
      }
      #expect(domain?.libvirtCode == LibvirtError.invalidArgument)
      let opened = await #expect(throws: HotPlugError.self) {
        try await Connection("test:///default\u{0}")
      }
      #expect(opened?.libvirtCode == LibvirtError.invalidArgument)
    }

    @Test func `says why a connection cannot be opened`() async throws {
      let error = await #expect(throws: HotPlugError.self) {
        try await Connection("qemu+unix:///system?socket=/nonexistent/socket")
      }
      #expect(error?.libvirtCode == LibvirtError.systemError)
      #expect(error?.diagnosis.code.rawValue == "connection.no-daemon")
      #expect(error?.description.contains("/nonexistent/socket") == true)
    }

    @Test func `sends nothing that is not a device`() async throws {
      let domain = try await Connection("test:///default").domain(named: "test")
      for xml in ["", "<interface", "<disk/>", "<interface/>\u{0}<interface/>"] {
        let error = await #expect(throws: HotPlugError.self) { try await domain.attach(xml) }
        #expect(error?.refusal != nil)
      }
    }

    @Test func `runs many calls at once on many connections`() async throws {
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<16 {
          group.addTask {
            let domain = try await Connection("test:///default").domain(named: "test")
            return try await domain.isActive
          }
        }
        for try await isActive in group { #expect(isActive) }
      }
    }
  }
#endif
