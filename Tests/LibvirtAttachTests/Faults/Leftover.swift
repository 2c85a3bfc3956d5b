#if Libvirt
  import Foundation
  import Lab
  import ToolRun

  /// What an attach leaves that ends with libvirt's daemon, and what `vif explain` tells to do about it.
  extension LabGuest {
    /// Has QEMU plug a VIF's NIC in, as libvirt has it do, without libvirt's knowledge.
    func leave(_ vif: FaultVIF, on device: String) async throws {
      try await host.run("ip", "tuntap", "add", device, "mode", "tap")
      try await host.run("ip", "link", "set", device, "up", "master", vif.bridge)
      try await monitor(
        "netdev_add tap,id=host\(vif.alias),ifname=\(device),script=no,downscript=no"
      )
      try await monitor(
        "device_add virtio-net-pci,netdev=host\(vif.alias),id=\(vif.alias),mac=\(vif.mac),bus=pci.6"
      )
    }

    /// Does what the explanations of what was left over tell to do, in their own commands.
    func remedy(_ vif: FaultVIF) async throws {
      // Without a carrier nobody has it open.
      let shown = try? await host.run("ip", "link", "show", vif.target)
      let isIdle = shown?.contains("NO-CARRIER") == true
      let code = isIdle ? "host.device-exists" : "guest.leftover"
      for command in try await commands(explaining: code) {
        let command = command.replacing("DOMAIN", with: name).replacing("ALIAS", with: vif.alias)
          .replacing("NAME", with: vif.target)
        let isGone = try await host.link(vif.target) == nil
        if command.hasPrefix("ip link delete"), isGone { continue }
        _ = try await host.eventually {
          let run = try await shell(#"LIBVIRT_DEFAULT_URI=$1 sh -c "$2""#, host.uri, command)
          return !command.contains("info network") || !run.output.contains(vif.mac)
        }
      }
    }

    /// The commands in single quotation marks of an explanation, those of the tool's own apart.
    private func commands(explaining code: String) async throws -> [String] {
      struct Explanation: Decodable {
        let text: String
      }
      let run = try await tool("explain", code, "--format", "json")
      let text = try JSONDecoder().decode(Explanation.self, from: Data(run.output.utf8)).text
      return text.matches(of: /'((?:virsh|ip link delete) [^']*)'/).map { String($0.1) }
    }
  }
#endif
