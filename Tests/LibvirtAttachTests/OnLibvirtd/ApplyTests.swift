#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    @Suite struct Apply {
      /// A bridge VIF of an id of its own, for no two tests the same: both prompt guests are on one host.
      static func item(_ number: Int, bridge: String = "br0", _ guest: String = "{}") -> String {
        let number = String(number, radix: 16)
        let name = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
        let vif = """
          {\(name),"versioned_object.version":"1.0","versioned_object.data":{\
          "id":"dc065497-3c8d-4f44-8fb4-e1d33c16a5a\(number)","address":"52:54:00:0a:00:0\(number)",\
          "active":true,"vif_name":"tapap\(number)","bridge_name":"\(bridge)"}}
          """
        return #"{"vif":\#(vif),"guest":\#(guest)}"#
      }

      @Test func `brings a guest to what is asked, and stays there`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          #expect(try await guest.plan("plan", [Self.item(1), Self.item(2)]).status == 1)
          let first = try await guest.plan("apply", [Self.item(1), Self.item(2)])
          #expect(first.errors == "")
          #expect(first.status == 0)
          #expect(try await guest.sees("52:54:00:0a:00:01"))
          #expect(try await guest.sees("52:54:00:0a:00:02"))
          let again = try await guest.plan("apply", [Self.item(2), Self.item(1)])
          #expect(again.output == "\(guest.name): nothing to do\n")
          #expect(try await guest.plan("plan", [Self.item(1), Self.item(2)]).status == 0)

          let second = [Self.item(2, #"{"link":"down"}"#), Self.item(3)]
          let apply = try await guest.plan("apply", second)
          #expect(apply.status == 0)
          let steps = apply.output.split(separator: "\n").map {
            $0.dropFirst(guest.name.count + 2).prefix { $0 != " " }
          }
          #expect(steps == ["attached", "updated", "detached"])
          #expect(try await guest.misses("52:54:00:0a:00:01"))
          #expect(try await guest.sees("52:54:00:0a:00:03"))
          #expect(try await guest.plan("plan", second).status == 0)
          #expect(try await guest.plan("apply", []).status == 0)
          #expect(try await guest.misses("52:54:00:0a:00:03"))
        }
      }

      @Test func `leaves the NICs of others alone`() async throws {
        let host = try #require(LabHost())
        let other = Bridge.item(7, guest: ["alias": #""ua-other""#])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(other)
          #expect(try await guest.plan("apply", []).output == "\(guest.name): nothing to do\n")
          let all = try await guest.plan("apply", [], "--foreign")
          #expect(all.output.contains(": detached bridge br0 "))
          #expect(try await guest.misses(other.mac))
        }
      }

      @Test func `undoes what it has done when a step fails`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          #expect(try await guest.plan("apply", [Self.item(4)]).status == 0)
          let asked = [
            Self.item(4, #"{"link":"down"}"#), Self.item(5), Self.item(6, bridge: "brnope"),
          ]
          let apply = try await guest.plan("apply", asked, "--no-host-check")
          #expect(apply.status == 5)
          #expect(apply.errors.hasSuffix(" [change.rolled-back]\n"))
          let lines = apply.output.split(separator: "\n")
          #expect(lines.count == 2)
          #expect(
            lines.last?.hasPrefix(
              "\(guest.name): undone: attach bridge br0 (mac:52:54:00:0a:00:05 "
            )
              == true
          )
          #expect(try await guest.misses("52:54:00:0a:00:05"))
          #expect(try await guest.plan("plan", [Self.item(4)]).status == 0)
          #expect(try await guest.plan("apply", []).status == 0)
        }
      }

      @Test func `tells programs of each step that it has undone, the last one first`() async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let mine = { (item: String) in
            item.replacing("0a:00:0", with: "0a:00:2").replacing("c16a5a", with: "c16a5d")
              .replacing("tapap", with: "tapaq")
          }
          let asked = [1, 2].map { mine(Self.item($0)) } + [mine(Self.item(3, bridge: "brnope"))]
          let apply = try await guest.plan("apply", asked, "--no-host-check", "--format", "json")
          #expect(apply.status == 5)
          let lines = apply.output.split(separator: "\n")
          #expect(lines.count == 5)
          let id = "ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a5d"
          for (line, step) in zip(lines.dropFirst(2), [2, 1]) {
            #expect(
              line == """
                {"status":"undone","domain":"\(guest.name)","step":\(step),"of":3,\
                "action":"attach","device":"alias:\(id)\(step)"}
                """
            )
          }
          #expect(lines.last?.contains(#""code":"change.rolled-back""#) == true)
          #expect(try await guest.plan("plan", []).status == 0)
        }
      }

      @Test func `brings a replaced NIC back to both definitions by one step`() async throws {
        let host = try #require(LabHost())
        func item(
          _ name: String,
          _ digit: String,
          bridge: String = "br0",
          _ guest: String
        ) -> String {
          Self.item(1, bridge: bridge, guest).replacing("0a:00:01", with: "0a:00:31")
            .replacing("c16a5a1", with: "c16a5\(digit)1").replacing("tapap1", with: name)
        }
        try await host.withGuest(.prompt) { guest in
          let replaced = item("tapare", "e", #"{"mtu":1400}"#)
          #expect(try await guest.plan("apply", [item("tapard", "e", "{}")]).status == 0)
          #expect(try await guest.plan("apply", [replaced], "--replace").status == 0)
          let live = try await tool("list", "-c", host.uri, guest.name, "--live")
          #expect(live.output.contains("c16a5e1-2"))
          let heir = item("taparf", "f", bridge: "brnope", "{}")
          let apply = try await guest.plan("apply", [heir], "--no-host-check")
          #expect(apply.status == 5, "\(apply)")
          #expect(apply.output.contains(": detached bridge br0 (mac:52:54:00:0a:00:31 "))
          #expect(apply.output.split(separator: "\n").count == 2)
          #expect(apply.output.contains("\(guest.name): undone: detach bridge br0 "))
          #expect(
            try await guest.plan("plan", [replaced]).output == "\(guest.name): nothing to do\n"
          )
          #expect(try await guest.plan("apply", []).output.split(separator: "\n").count == 1)
        }
      }

      @Test func `does nothing when it sees what stands against a step`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let asked = [Self.item(15), Self.item(0, bridge: "brnope")]
          let plan = try await guest.plan("plan", asked)
          #expect(plan.status == 1)
          #expect(plan.output.split(separator: "\n").count == 2)
          #expect(plan.errors.contains("there is no bridge brnope on the host"))
          let apply = try await guest.plan("apply", asked)
          #expect(apply.status == 1)
          #expect(apply.output == "")
          #expect(apply.errors.hasSuffix(" [host.bridge-missing]\n"))
          #expect(try await guest.misses("52:54:00:0a:00:0f"))
          #expect(try await guest.plan("plan", []).status == 0)
        }
      }

      @Test func `says when a guest keeps what is to go`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.deaf) { guest in
          #expect(try await guest.plan("apply", [Self.item(7)]).status == 0)
          let apply = try await guest.plan(
            "apply",
            [Self.item(8)],
            "--attempts",
            "1",
            "--timeout",
            "0"
          )
          #expect(apply.status == 4)
          #expect(apply.output.contains(": attached bridge br0 (mac:52:54:00:0a:00:08 "))
          #expect(apply.errors.contains("the guest still has bridge br0 (mac:52:54:00:0a:00:07 "))
          try await guest.reset()
          #expect(try await guest.comesToHave("tapap8"))
          #expect(try await guest.plan("apply", [Self.item(8)]).status == 0)
          #expect(try await guest.plan("plan", [Self.item(8)]).status == 0)
        }
      }

      @Test func `calls nothing undone that the guest was asked for`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.deaf) { guest in
          // No other test's: they share a host.
          let first = Self.item(1).replacing("0a:00:01", with: "0a:00:1d")
            .replacing("c16a5a1", with: "c16a5bd").replacing("tapap1", with: "tapapx")
          #expect(try await guest.plan("apply", [first]).status == 0)
          let heir = first.replacing("c16a5bd", with: "c16a5be").replacing("tapapx", with: "tapapy")
            .replacing("br0", with: "brnope")
          let apply = try await guest.plan(
            "apply",
            [heir],
            "--no-host-check",
            "--attempts",
            "1",
            "--timeout",
            "0"
          )
          #expect(apply.status == 1)
          #expect(apply.errors.hasSuffix(" [change.not-rolled-back]\n"), "\(apply)")
          #expect(
            apply.errors.contains(
              "error: \(guest.name): not undone: detach bridge br0 (mac:52:54:00:"
            )
          )
          #expect(apply.errors.contains(", and may yet give it up; look "))
          #expect(apply.errors.contains(" [undo.pending]\n"))
          let again = try await guest.plan(
            "apply",
            [heir],
            "--no-host-check",
            "--attempts",
            "1",
            "--timeout",
            "0",
            "--format",
            "json"
          )
          #expect(again.status == 1)
          #expect(
            again.output.contains(#"{"status":"not-undone","domain":"\#(guest.name)","step":1"#)
          )
          #expect(again.output.contains(#""errors":[{"definition":"live","code":"undo.pending","#))
        }
      }

      @Test func `works on many domains, whatever becomes of one`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let folder = try TemporaryFolder()
          let socket = "qemu+unix:///system?socket=/nonexistent"
          let inventory = try folder.write(
            """
            {"domain":"\(guest.name)","vifs":[\(Self.item(9))]}
            {"domain":"no-such-guest","vifs":[]}
            {"uri":"\(socket)","domain":"x","vifs":[]}
            {"domain":7}

            """,
            to: "inventory.jsonl"
          )
          let run = try await tool("apply", "-c", host.uri, "--inventory", inventory)
          #expect(run.status == 1)
          #expect(run.output.hasSuffix("4 domains: 1 changed, 1 not-found, 2 failed\n"))
          #expect(run.output.contains("\(guest.name): attached bridge br0 "))
          #expect(run.errors.contains("error: no-such-guest: there is no domain"))
          #expect(run.errors.contains("error: \(socket) x: no libvirt daemon listens there"))
          #expect(run.errors.contains(":4: error: /domain: expected a string"))

          try folder.write("[]", to: "all/\(guest.name).json")
          let empty = try await tool(
            "apply",
            "-c",
            host.uri,
            "--folder",
            folder("all"),
            "--format",
            "json"
          )
          #expect(empty.status == 0)
          #expect(
            empty.output.hasSuffix(
              """
              {"summary":{"domains":1,"unchanged":0,"changed":1,"still-attached":0,"rolled-back":0,\
              "not-found":0,"failed":0}}

              """
            )
          )
        }
      }

      @Test func `comes to the same end however often it is killed`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let sets = [
            [Self.item(10), Self.item(11)],
            [Self.item(11, #"{"mtu":1400}"#), Self.item(12)],
          ]
          for round in 0..<10 {
            let folder = try TemporaryFolder()
            let items = sets[round % 2]
            let path = try folder.write("[\(items.joined(separator: ","))]", to: "items.json")
            let moment = "0.\(Int.random(in: 10...60))"
            let killed = try await shell(
              #"timeout -s KILL "$1" "$VIF" apply -c "$2" "$3" "$4" --replace"#,
              moment,
              host.uri,
              guest.name,
              path
            )
            let end = try await guest.plan("apply", items, "--replace")
            #expect(end.status == 0, "after \(moment) s: \(killed.output) \(end.errors)")
            #expect(try await guest.plan("plan", items).status == 0)
          }
          #expect(try await guest.plan("apply", []).status == 0)
        }
      }
    }
  }

  extension LabGuest {
    /// Runs `vif plan` or `vif apply` with items.
    func plan(_ command: String, _ items: [String], _ options: String...) async throws -> Command {
      let folder = try TemporaryFolder()
      let path = try folder.write("[\(items.joined(separator: ","))]", to: "items.json")
      return try await tool([command, "-c", host.uri, name, path] + options)
    }
  }
#endif
