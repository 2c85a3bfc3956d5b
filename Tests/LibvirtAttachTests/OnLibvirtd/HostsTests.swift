#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// Several hosts at once, over libvirt's own remote transports.
    @Suite struct Hosts {
      private static func line(_ uri: String, _ domain: String, _ vifs: String...) -> String {
        #"{"uri":"\#(uri)","domain":"\#(domain)","vifs":[\#(vifs.joined(separator: ","))]}"#
      }

      private static func apply(
        _ lines: [String],
        _ options: String...
      ) async throws -> Command {
        let folder = try TemporaryFolder()
        let path = try folder.write(lines.joined(separator: "\n"), to: "inventory.jsonl")
        return try await tool(["apply", "--inventory", path] + options)
      }

      @Test func `brings each host to its end, and a second run finishes the job`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          try await host.withSecondDaemon { second in
            let item = Apply.item(13)
            let lines = [
              Self.line(host.uri, guest.name, item), Self.line(second.tcp, "other", item),
              Self.line("test+unix:///default?socket=\(second.socket)", "test"),
              Self.line("qemu+tcp://192.0.2.77:1/system", "x"),
            ]
            let first = try await Self.apply(lines)
            #expect(first.status == 1)
            #expect(
              first.output.hasSuffix("4 domains: 1 unchanged, 1 changed, 1 not-found, 1 failed\n")
            )
            #expect(first.output.contains("\(host.uri) \(guest.name): attached bridge br0 "))
            #expect(first.errors.contains("error: \(second.tcp) other: there is no domain 'other'"))
            #expect(try await guest.sees("52:54:00:0a:00:0d"))

            try await second.define("other")
            let again = try await Self.apply(Array(lines.dropLast()), "--format", "json")
            #expect(again.errors == "")
            #expect(again.status == 0)
            let uri = #""uri":"\#(second.tcp)","domain":"other""#
            #expect(again.output.contains(#"{\#(uri),"step":1,"of":1,"action":"attach""#))
            #expect(again.output.contains(#"{"status":"unchanged","uri":"\#(host.uri)""#))
            #expect(again.output.contains(#"{"summary":{"domains":3,"unchanged":2,"changed":1,"#))
            let list = try await tool("list", "-c", second.uri, "other")
            #expect(list.output.contains(" 52:54:00:0a:00:0d "))
            let empty = try await Self.apply([Self.line(host.uri, guest.name)])
            #expect(empty.status == 0)
          }
        }
      }

      @Test func `a host that hangs holds up its own domains alone`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          try await host.withSecondDaemon { second in
            try second.freeze()
            let lines =
              (0..<6).map { Self.line(second.tcp, "x\($0)") }
              + [Self.line(host.uri, guest.name, Apply.item(14))]
            let run = try await Self.apply(
              lines,
              "--hosts",
              "2",
              "--jobs",
              "1",
              "--call-timeout",
              "4",
              "--format",
              "json"
            )
            try second.thaw()
            #expect(run.status == 1)
            let done = run.output.split(separator: "\n")
            // The lines stand in the order in which they came.
            #expect(done.first?.contains(#""domain":"\#(guest.name)","step":1,"of":1"#) == true)
            #expect(
              done.dropFirst().prefix(6).allSatisfy { $0.contains(#""code":"call.deadline""#) }
            )
            #expect(done.count == 8)
            #expect(try await Self.apply([Self.line(host.uri, guest.name)]).status == 0)
          }
        }
      }

      @Test func `leaves a guest alone whose host two lines name in two ways`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let lines = [
            Self.line("qemu:///system?socket=\(host.socket)", guest.name, Apply.item(15)),
            Self.line(host.uri, guest.name),
          ]
          for lines in [lines, lines.reversed()] {
            let run = try await Self.apply(lines)
            #expect(run.status == 1)
            #expect(run.output == "2 domains: 2 failed\n", "\(run)")
            #expect(run.errors.contains("jsonl:1 and "), "\(run)")
            #expect(run.errors.contains("jsonl:2 are for one domain; "), "\(run)")
          }
        }
      }

      @Test func `leaves a guest alone that a line may be for which was not answered`()
        async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let faulty = [
            // One that cannot be read, and one that can.
            (#"{"domain":"\#(guest.name)","vifs":[,]}"#, "[inventory.unreadable]"),
            (#"{"domain":"\#(guest.name)","vifs":[]}"#, "[inventory.twice]"),
          ]
          for (line, code) in faulty {
            try await host.withholdingFirstLookup { uri in
              let lines = [line, #"{"domain":"\#(guest.name)","vifs":[\#(Apply.item(12))]}"#]
              let run = try await Self.apply(lines, "-c", uri, "--call-timeout", "2", "--jobs", "1")
              #expect(run.status == 1)
              #expect(run.output == "2 domains: 2 failed\n", "\(run)")
              #expect(run.errors.contains(code), "\(run)")
            }
          }
        }
      }
    }
  }
#endif
