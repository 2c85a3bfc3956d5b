#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// A host that is reached through ssh.
    @Suite(.enabled(if: LabHost.has(.ssh), "\(LabHost.reason(.ssh))"))
    struct ThroughSSH {
      private static func apply(
        _ host: LabHost,
        _ uri: String,
        _ domain: String,
        _ items: String...
      ) async throws -> Command {
        let folder = try TemporaryFolder()
        let line = """
          {"uri":"\(uri)","domain":"\(domain)","vifs":[\(items.joined(separator: ","))]}
          """
        return try await tool("apply", "--inventory", try folder.write(line, to: "inventory.jsonl"))
      }

      @Test func `brings a guest of a remote host to what is asked`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("key", "no_tty=1")
        let item = Bridge.item(8)
        try await host.withGuest(.prompt) { guest in
          let apply = try await Self.apply(host, uri, guest.name, item.json)
          #expect(apply.errors == "")
          #expect(apply.status == 0)
          #expect(try await guest.sees(item.mac))
          let again = try await Self.apply(host, uri, guest.name, item.json)
          #expect(again.output.contains("\(guest.name): nothing to do\n"), "\(again)")
          #expect(try await Self.apply(host, uri, guest.name).status == 0)
          #expect(try await guest.misses(item.mac))
        }
      }

      @Test func `plugs in and takes off through a key's file`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("key")
        let item = Bridge.item(9)
        let folder = try TemporaryFolder()
        let path = try folder.write(item.json, to: "item.json")
        try await host.withGuest(.prompt) { guest in
          let attach = try await tool("attach", "-c", uri, guest.name, path)
          #expect(attach.errors == "")
          #expect(attach.output.hasSuffix(" to \(guest.name): live and config\n"))
          #expect(try await guest.sees(item.mac))
          // The guest's own word comes the same way.
          let detach = try await tool("detach", "-c", uri, guest.name, item.mac)
          #expect(detach.output.hasSuffix(" from \(guest.name): live and config\n"))
          #expect(try await guest.misses(item.mac))
        }
      }

      /// Without a terminal, and at one, where ssh could ask.
      @Test(arguments: [
        #"setsid --wait "$VIF" list x --format json </dev/null 2>&1"#,
        #"script -qec '"$VIF" list x --format json' /dev/null </dev/null"#,
      ])
      func `says that a key is not taken, and asks nothing`(command: String) async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("other-key")
        let run = try await shell(
          #"export VIF LIBVIRT_DEFAULT_URI="$1"; \#(command)"#,
          uri
        )
        #expect(run.output.contains(#""code":"connection.ssh-key""#), "\(run)")
        #expect(run.output.contains("[connection.ssh-key]"), "\(run)")
        #expect(run.status == 1)
      }

      @Test func `says of many hosts which takes no key`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("other-key", "no_tty=1")
        let run = try await Self.apply(host, uri, "x")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: \(uri) x: ssh was refused: "), "\(run)")
        #expect(run.output.hasSuffix("1 domain: 1 failed\n"), "\(run)")
      }

      @Test func `asks nobody for one of many hosts`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("key", to: "localhost")
        let folder = try TemporaryFolder()
        let line = #"{"uri":"\#(uri)","domain":"x","vifs":[]}"#
        // Somebody at the terminal, whom ssh would ask about each host's own key.
        let run = try await shell(
          #"""
          export VIF FILE="$1"
          sleep 20 | script -qec '"$VIF" plan --inventory "$FILE" --call-timeout 10' /dev/null
          """#,
          try folder.write(line, to: "inventory.jsonl")
        )
        #expect(!run.output.contains("Are you sure"), "\(run)")
        #expect(run.output.contains("[connection.host-key]"), "\(run)")
      }

      @Test func `says that a host's own key is not known`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("key", to: "localhost", "no_tty=1")
        let run = try await tool("list", "-c", uri, "x")
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix(" [connection.host-key]\n"), "\(run)")
      }

      @Test func `waits no longer for who is asked by ssh than for libvirt`() async throws {
        let host = try #require(LabHost())
        let uri = host.uriThroughSSH("key", to: "localhost")
        // Somebody who types nothing, and is there longer than the call may take.
        let run = try await shell(
          #"""
          export VIF LIBVIRT_DEFAULT_URI="$1"
          sleep 10 | script -qec '"$VIF" list x --call-timeout 2' /dev/null
          """#,
          uri
        )
        #expect(run.output.contains("Are you sure"), "\(run)")
        #expect(run.output.contains("[call.deadline]"), "\(run)")
      }
    }
  }
#endif
