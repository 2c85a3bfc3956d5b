#if Libvirt
  import Lab
  import ToolRun
  import Testing

  /// The real tool, a process a command, on a real guest.
  @Suite(.enabled(if: Availability.isLab, "\(Availability.reason)"))
  struct ToolOnGuestTests {
    static func vif(_ number: Int, on bridge: String) -> String {
      let name = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
      return """
        {\(name),"versioned_object.version":"1.0","versioned_object.data":{\
        "id":"dc065497-3c8d-4f44-8fb4-e1d33c16a53\(number)","address":"52:54:00:bb:00:0\(number)",\
        "plugin":"linux_bridge","active":true,"preserve_on_delete":false,\
        "has_traffic_filtering":false,"vif_name":"tapbb\(number)","bridge_name":"\(bridge)"}}

        """
    }

    @Test func `attaches, lists and detaches`() async throws {
      try await GuestBetweenProcesses.with("tool") { guest in
        let input = try guest.file("vif.json", Self.vif(1, on: "br0"))
        let attach = try await tool("attach", "-c", guest.uri, guest.name, input)
        #expect(attach.errors == "")
        #expect(
          attach.output == """
            attached bridge br0 (mac:52:54:00:bb:00:01 \
            alias:ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a531 target:tapbb1 pci:0000:01:00.0) to \
            tool: live and config

            """
        )
        let list = try await tool("list", "-c", guest.uri, guest.name)
        let head = list.output.split(separator: "\n").first
        #expect(
          head?.split(separator: " ").joined(separator: " ") == """
            Interface Type Source Model MAC Alias PCI address
            """
        )
        #expect(
          list.output.hasSuffix(
            """
             tapbb1      bridge   br0      virtio   52:54:00:bb:00:01   \
            ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a531   0000:01:00.0

            """
          )
        )
        let config = try await tool(
          [
            "detach", "-c", guest.uri, guest.name, "vif:dc065497-3c8d-4f44-8fb4-e1d33c16a531",
            "--config", "--format", "json",
          ]
        )
        #expect(config.status == 0)
        #expect(
          config.output.hasPrefix(
            #"{"status":"detached","changed":true,"live":"untouched","config":"changed","interface":{"#
          )
        )
      }
    }

    @Test func `ends with 4 when the guest does not give the interface up`() async throws {
      try await GuestBetweenProcesses.with("stuck") { guest in
        let input = try guest.file("vif.json", Self.vif(2, on: "br0"))
        #expect(try await tool("attach", "-c", guest.uri, guest.name, input, "--live").status == 0)
        let detach = try await tool(
          "detach",
          "-c",
          guest.uri,
          guest.name,
          "target:tapbb2",
          "--timeout",
          "0",
          "--attempts",
          "2",
          "--verbose"
        )
        #expect(detach.status == 4)
        #expect(detach.output == "")
        let lines = detach.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("asked the guest to give up bridge br0 (mac:") == true)
        #expect(lines.first?.hasSuffix(", attempt 1 of 2") == true)
        #expect(lines.last?.hasPrefix("error: the guest still has bridge br0 (mac:") == true)
        #expect(lines.last?.contains("it was asked 2 times, and has not answered") == true)
      }
    }

    @Test func `stops at the first item that fails, and says what stays`() async throws {
      try await GuestBetweenProcesses.with("items") { guest in
        let items = Self.vif(3, on: "br0") + Self.vif(4, on: "brnope") + Self.vif(5, on: "br0")
        let input = try guest.file("vifs.json", items)
        let attach = try await tool(
          "attach",
          "-c",
          guest.uri,
          guest.name,
          input,
          "--format",
          "json"
        )
        #expect(attach.status == 1)
        #expect(
          attach.errors == """
            error: item 2 of 3: the bridge is not there: Cannot get interface MTU on 'brnope': No \
            such device (libvirt error 38, domain 0); make the bridge first [host.bridge-missing]
            note: 1 of 3 items stay attached

            """
        )
        let lines = attach.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
          lines.first?.hasPrefix(#"{"status":"attached","changed":true,"live":"changed""#) == true
        )
        #expect(
          lines.last?.hasPrefix(
            #"{"status":"failed","item":2,"error":{"code":"host.bridge-missing","message":"the b"#
          ) == true
        )
        #expect(lines.last?.contains(#""libvirt":{"code":38,"domain":0,"message":"Can"#) == true)
      }
    }
  }
#endif
