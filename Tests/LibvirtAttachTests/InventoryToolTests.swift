#if Libvirt
  import Testing
  import ToolRun

  /// Which domains a run of many leaves alone, before libvirt's mock driver: those that it cannot tell
  /// all of what they are to have.
  @Suite struct InventoryToolTests {
    /// Runs the tool for an inventory of the mock driver's.
    private static func run(
      _ command: String,
      _ inventory: String,
      _ options: String...
    ) async throws -> Command {
      try await tool([command, "-c", "test:///default", "--inventory", inventory] + options)
    }

    private static let good = #"{"uri":"test:///default","domain":"test","vifs":[]}"#

    @Test(
      arguments: [
        [#"{"domain":"test","vifs":[]}"#, #"{"domain":"test","vifs":[]}"#],
        [#"{"domain":"test","vifs":[]}"#, #"{"domain":"1","vifs":[]}"#],
        [
          #"{"domain":"test","vifs":[]}"#,
          #"{"domain":"6695eb01-f6a4-8304-79aa-97f2502e193f","vifs":[]}"#,
        ],
        [
          #"{"domain":"test","vifs":[]}"#,
          #"{"uri":"test:///default","domain":"test","vifs":[]}"#,
        ],
        [#"{"domain":"test","vifs":[7]}"#, #"{"domain":"1","vifs":[]}"#],
        [#"{"domain":"test","vifs":[],"guest":7}"#, #"{"domain":"test","vifs":[]}"#],
        [#"{"vifs":[7],"domain":"test"}"#, #"{"domain":"test","vifs":[]}"#],
        [#"{"uri":"","domain":"test","vifs":[]}"#, #"{"domain":"test","vifs":[]}"#],
      ]
    )
    func `leaves a domain alone that two lines are for`(lines: [String]) async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write(lines.joined(separator: "\n"), to: "inventory.jsonl")
      for command in ["plan", "apply"] {
        let run = try await Self.run(command, inventory, "--foreign")
        #expect(run.status == 1)
        #expect(run.output == "2 domains: 2 failed\n")
        #expect(
          run.errors.contains(
            "\(inventory):1 and \(inventory):2 are for one domain; put all its VIFs"
          )
        )
      }
    }

    @Test(
      arguments: [
        #"{"vifs":[{],"domain":"test"}"#, #"{"vifs":["7],"domain":"test"}"#,
        #"{"domain":"test","vifs":[{"#, #"{"name":"x","domain":"test","vifs":[]}"#,
        #"{"vifs":[],"vifs":[],"domain":"test"}"#, #"{"domain":"x","domain":"1"}"#,
        #"{"uri":7,"domain":"test","vifs":[]}"#, #"{"vifs":[,],"domain":"test","uri":""}"#,
        #"{"vifs":[,],"domain":"test","uri":"test:///default"}"#,
      ]
    )
    func `leaves a domain alone that a line may be for that cannot be read`(
      line: String
    ) async throws {
      let folder = try TemporaryFolder()
      let good = #"{"domain":"test","vifs":[]}"#
      for lines in [[line, good], [good, line]] {
        let inventory = try folder.write(lines.joined(separator: "\n"), to: "inventory.jsonl")
        let number = lines[0] == line ? 1 : 2
        for command in ["plan", "apply"] {
          let run = try await Self.run(command, inventory, "--foreign")
          #expect(run.status == 1)
          #expect(run.output == "2 domains: 2 failed\n", "\(run)")
          #expect(
            run.errors.contains("\(inventory):\(number) cannot be read, and may be for this domain")
          )
          #expect(run.errors.contains("[inventory.unreadable]"))
        }
      }
    }

    @Test(
      arguments: [
        #"{"vifs":[{],"domain":"other"}"#, #"{"vifs":["#, "nonsense",
        #"{"vifs":[,],"domain":"test","uri":"qemu+unix:///system?socket=/nonexistent"}"#,
      ]
    )
    func `goes on with a domain that a line that cannot be read is not for`(
      line: String
    ) async throws {
      let folder = try TemporaryFolder()
      let lines = [#"{"domain":"test","vifs":[]}"#, line]
      let inventory = try folder.write(lines.joined(separator: "\n"), to: "inventory.jsonl")
      let run = try await Self.run("plan", inventory)
      #expect(run.status == 1)
      #expect(run.output == "test: nothing to do\n2 domains: 1 unchanged, 1 failed\n", "\(run)")
    }

    @Test(
      arguments: [
        #"{"domain":"x","vifs":[{],"a":1},"#, #"{"domain":"x","vifs":[{"a":1},"#,
      ]
    )
    func `leaves a domain alone whose line is lost with another of an array`(
      lost: String
    ) async throws {
      let folder = try TemporaryFolder()
      let good = #"{"domain":"test","vifs":[]}"#
      let inventory = try folder.write("[\n\(good),\n\(lost)\n\(good)\n]", to: "inventory.json")
      let run = try await Self.run("plan", inventory, "--foreign")
      #expect(run.status == 1)
      #expect(!run.output.contains("test: "), "\(run)")
      #expect(run.errors.contains("[inventory."), "\(run)")
    }

    @Test(
      arguments: [
        #"[{"domain":"x","vfis":[]},\#(good)]"#, #"[{"domain":"x","vifs":[,]},\#(good)]"#,
        #"[7,\#(good)]"#,
      ]
    )
    func `goes on with the elements behind one that is closed`(text: String) async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write(text, to: "inventory.json")
      let run = try await Self.run("plan", inventory)
      #expect(run.status == 1)
      #expect(
        run.output == "test:///default test: nothing to do\n2 domains: 1 unchanged, 1 failed\n",
        "\(run)"
      )
    }

    @Test(
      arguments: [
        "[\n\(good),\nword\n\(good)\n]", "[\n\(good),\n# comment\n\(good)\n]",
        "[\(good),]\n\(good)", "{\"domain\":\"test\",\n\(good)",
      ]
    )
    func `leaves a domain alone that is named where nothing can be told apart`(
      text: String
    ) async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write(text, to: "inventory.json")
      let run = try await tool("plan", "-c", "test:///none", "--inventory", inventory)
      #expect(run.status == 1)
      #expect(run.output == "2 domains: 2 failed\n", "\(run)")
      #expect(run.errors.contains("[inventory.unreadable]"), "\(run)")
    }

    @Test(arguments: [
      ("nonsense", "which domains it is for"),
      (#"{"domain":7,"vifs":[]}"#, "which domains it is for"),
      (#"{"vifs":[,]}"#, "which domains it is for"),
      (#"{"domain":""test","vifs":[]}"#, "which domains it is for"),
      (#"{"vifs":[,],"domain":"x","domain":7}"#, "which other domains it may be for"),
    ])
    func `tells of a line that may be for anybody`(line: String, note: String) async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write("\(line)\n\(Self.good)", to: "inventory.jsonl")
      let run = try await Self.run("plan", inventory)
      #expect(run.errors.contains("\(note) cannot be told: none "))
      #expect(run.output.hasPrefix("test:///default test: nothing to do\n"), "\(run)")
    }

    @Test func `leaves a domain alone that two files are for`() async throws {
      let folder = try TemporaryFolder()
      try folder.write("[]", to: "all/test.json")
      try folder.write("<", to: "all/1.xml")
      let run = try await tool(
        "apply",
        "-c",
        "test:///default",
        "--folder",
        folder("all"),
        "--foreign"
      )
      #expect(run.status == 1)
      #expect(run.output == "2 domains: 2 failed\n")
      #expect(run.errors.contains("1.xml: error: "))
      #expect(run.errors.contains("/1.xml and \(folder("all"))/test.json are for one domain"))
    }

    @Test func `tells of which domain and line a faulty line is`() async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write(
        #"{"uri":"test:///default","domain":"test","vifs":[7]}"#,
        to: "inventory.jsonl"
      )
      let run = try await tool("plan", "--inventory", inventory, "--format", "json")
      #expect(
        run.output.hasPrefix(
          #"{"status":"failed","uri":"test:///default","domain":"test","line":1,"error":{"#
        )
      )
      try folder.write("", to: "inventory.jsonl")
      let empty = try await tool("plan", "--inventory", inventory)
      #expect(empty.errors.contains("(allowed: a line of JSON for each domain)"))
    }
  }
#endif
