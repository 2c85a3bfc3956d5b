import Testing

#if Libvirt
  /// The commands' exit statuses and output, on libvirt's mock driver.
  @Suite struct ToolTests {
    @Test func `lists a guest's interfaces`() async throws {
      let tool = try await Tool("list", "-c", "test:///default", "test")
      #expect(tool.status == 0)
      #expect(
        tool.output.hasPrefix(" Interface   Type      Source    Model   MAC ")
      )
      #expect(tool.output.contains("\n testnet0    network   default   -       aa:bb:cc:dd:ee:ff "))
    }

    @Test func `lists as JSON`() async throws {
      let tool = try await Tool("list", "-c", "test:///default", "test", "--format", "json")
      #expect(tool.status == 0)
      #expect(
        tool.output.hasPrefix(
          #"{"type":"network","mac":"aa:bb:cc:dd:ee:ff","source":"default""#
        )
      )
    }

    @Test(arguments: [["list", "nope"], ["detach", "nope", "index:1"]])
    func `ends with 3 when the domain is missing`(arguments: [String]) async throws {
      let tool = try await Tool(
        arguments + ["--connect", "test:///default", "--format", "json"]
      )
      #expect(tool.status == 3)
      #expect(
        tool.errors == """
          error: no domain 'nope': Domain not found (libvirt error 42, domain 12)

          """
      )
      #expect(
        tool.output == """
          {"status":"failed","error":{"code":42,"domain":12,"message":"Domain not found"}}

          """
      )
    }

    @Test func `ends with 3 when the interface is missing`() async throws {
      let tool = try await Tool("detach", "-c", "test:///default", "test", "target:vnet7")
      #expect(tool.status == 3)
      #expect(tool.errors == "error: the domain has no interface target:vnet7\n")
    }

    @Test func `ends with 1 when libvirt refuses`() async throws {
      let tool = try await Tool("detach", "-c", "test:///default", "test", "index:1")
      #expect(tool.status == 1)
      #expect(tool.errors.contains("(libvirt error 3, domain "))
    }

    @Test func `ends with 1 when there is no connection`() async throws {
      let tool = try await Tool("list", "-c", "qemu+unix:///system?socket=/nonexistent", "x")
      #expect(tool.status == 1)
      #expect(tool.errors.hasPrefix("error: "))
    }

    @Test(arguments: [
      ["detach", "test", "net0"], ["detach", "test", "index:1", "--timeout", "-1"],
      ["list", "test", "--live", "--config"], ["detach", "test", "index:1", "--current", "--live"],
      ["list"],
    ])
    func `ends with 2 when it is used wrongly`(arguments: [String]) async throws {
      let tool = try await Tool(arguments)
      #expect(tool.status == 2)
      #expect(tool.output.isEmpty)
      #expect(tool.errors.hasPrefix("Error: "))
    }

    @Test func `ends with 2 when the input cannot be read`() async throws {
      let tool = try await Tool("attach", "-c", "test:///default", "test", "/nonexistent")
      #expect(tool.status == 2)
      #expect(tool.errors.hasPrefix("error: "))
    }
  }
#else
  @Suite struct ToolTests {
    @Test(arguments: [
      ["attach", "guest", "file"], ["list", "guest"], ["detach", "guest", "index:1"],
    ])
    func `says how to get libvirt`(arguments: [String]) async throws {
      let tool = try await Tool(arguments)
      #expect(tool.status == 1)
      #expect(
        tool.errors == """
          error: this vif was built without libvirt: install libvirt-dev and build with --traits \
          Libvirt

          """
      )
    }
  }
#endif
