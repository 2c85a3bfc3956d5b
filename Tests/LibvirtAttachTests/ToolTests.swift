import Testing
import ToolRun

#if Libvirt
  /// The commands' exit statuses and output, on libvirt's mock driver.
  @Suite struct ToolTests {
    @Test func `lists a guest's interfaces`() async throws {
      let run = try await tool("list", "-c", "test:///default", "test")
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix(" Interface   Type      Source    Model   MAC ")
      )
      #expect(run.output.contains("\n testnet0    network   default   -       aa:bb:cc:dd:ee:ff "))
    }

    @Test func `lists as JSON`() async throws {
      let run = try await tool("list", "-c", "test:///default", "test", "--format", "json")
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix(
          #"{"type":"network","mac":"aa:bb:cc:dd:ee:ff","source":"default""#
        )
      )
    }

    @Test(arguments: [["list", "nope"], ["detach", "nope", "index:1"]])
    func `ends with 3 when the domain is missing`(arguments: [String]) async throws {
      let run = try await tool(
        arguments + ["--connect", "test:///default", "--format", "json"]
      )
      #expect(run.status == 3)
      #expect(
        run.errors == """
          error: there is no domain 'nope': Domain not found (libvirt error 42, domain 12) \
          [domain.missing]

          """
      )
      #expect(
        run.output == """
          {"status":"failed","error":{"code":"domain.missing","message":"there is no domain \
          'nope'","libvirt":{"code":42,"domain":12,"message":"Domain not found"}}}

          """
      )
    }

    @Test func `ends with 3 when the interface is missing`() async throws {
      let run = try await tool("detach", "-c", "test:///default", "test", "target:vnet7")
      #expect(run.status == 3)
      #expect(
        run.errors == "error: the domain has no interface target:vnet7 [interface.not-found]\n"
      )
    }

    @Test func `ends with 1 when libvirt refuses`() async throws {
      let run = try await tool("detach", "-c", "test:///default", "test", "index:1")
      #expect(run.status == 1)
      #expect(run.errors.contains("(libvirt error 3, domain "))
    }

    @Test func `ends with 1 when there is no connection`() async throws {
      let run = try await tool("list", "-c", "qemu+unix:///system?socket=/nonexistent", "x")
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("error: "))
    }

    @Test(arguments: [
      ["detach", "test", "net0"], ["detach", "test", "index:1", "--timeout", "-1"],
      ["list", "test", "--live", "--config"], ["detach", "test", "index:1", "--current", "--live"],
      ["list"],
    ])
    func `ends with 2 when it is used wrongly`(arguments: [String]) async throws {
      let run = try await tool(arguments)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("Error: "))
    }

    @Test func `ends with 2 when the input cannot be read`() async throws {
      let run = try await tool("attach", "-c", "test:///default", "test", "/nonexistent")
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: "))
    }
  }
#else
  @Suite struct ToolTests {
    @Test(arguments: [
      ["attach", "guest", "file"], ["list", "guest"], ["detach", "guest", "index:1"],
    ])
    func `says how to get libvirt`(arguments: [String]) async throws {
      let run = try await tool(arguments)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          error: this vif was built without libvirt: install libvirt-dev and build with --traits \
          Libvirt

          """
      )
    }
  }
#endif
