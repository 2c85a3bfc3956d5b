#if Libvirt
  import Lab
  import Testing
  import ToolRun

  /// The real tool before a real libvirtd, whose guests tell what they see.
  @Suite(.enabled(if: LabHost.has(.guests), "\(LabHost.reason(.guests))"))
  enum LibvirtdTests {
    /// Runs `body` with a guest, into which an item has been plugged while it runs.
    static func withGuest(
      _ kind: LabGuest.Kind = .prompt,
      having item: PlugItem? = nil,
      _ body: (LabHost, LabGuest) async throws -> Void
    ) async throws {
      let host = try #require(LabHost())
      try await host.withGuest(kind) { guest in
        if let item { try await guest.plug(item) }
        try await body(host, guest)
      }
    }
  }

  extension LabGuest {
    /// Plugs an item into the running guest, which sees it if it has a system.
    func plug(_ item: PlugItem, location: SourceLocation = #_sourceLocation) async throws {
      let file = try TemporaryFolder()
      let path = try file.write(item.json, to: "item.json")
      let run = try await tool("attach", "-c", host.uri, name, path, "--live")
      #expect(run.errors == "", sourceLocation: location)
      try #require(run.status == 0, sourceLocation: location)
      #expect(run.output.hasSuffix(" to \(name): live\n"), sourceLocation: location)
      // What is there as it was asked for is found again, whatever libvirt has made of it.
      let again = try await tool("attach", "-c", host.uri, name, path, "--live")
      #expect(again.errors == "", sourceLocation: location)
      #expect(again.output.hasSuffix(": nothing to do\n"), sourceLocation: location)
      guard kind != .deaf else { return }
      try #require(await sees(item.mac), "\(nics)", sourceLocation: location)
    }

    /// Takes an item off the running guest, which then does not see it any more.
    func unplug(_ item: PlugItem, location: SourceLocation = #_sourceLocation) async throws {
      let run = try await tool("detach", "-c", host.uri, name, item.mac, "--live")
      #expect(run.errors == "", sourceLocation: location)
      #expect(run.status == 0, sourceLocation: location)
      #expect(run.output.hasSuffix(" from \(name): live\n"), sourceLocation: location)
      #expect(try await misses(item.mac), sourceLocation: location)
    }

    /// What it sees of an item.
    func nic(_ item: PlugItem) -> GuestNIC? { nics.first { $0.mac == item.mac } }
  }
#endif
