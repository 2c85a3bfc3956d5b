#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// The host's switch is not there, or does not answer.
    @Suite struct SwitchFails {
      private static let port = LibvirtdTests.OpenVSwitch.item(5)

      @Test func `bridge missing`() async throws {
        let vif = FaultVIF(number: 4, bridge: "brf4")
        try await Faults.try(.bridgeMissing, on: .prompt) { trial in
          for options in [[], ["--no-host-check"]] {
            let answer = try await trial.guest.ask("attach", vif.json, options)
            try await trial.judge(answer, refuses: vif, "host.bridge-missing")
          }
          try await trial.host.withBridge(vif.bridge) {
            try await trial.attachAgain(vif)
            try await trial.guest.clear(vif)
          }
        }
      }

      @Test(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
      func `Open vSwitch stopped`() async throws {
        let item = Self.port
        try await Faults.try(.switchStopped, on: .prompt) { trial in
          let (host, guest) = (trial.host, trial.guest)
          try await host.withFrozenSwitch {
            let answer = try await guest.ask("attach", item.json)
            let view = try await guest.view(of: item.mac, target: nil)
            let isLeft = try await host.openVSwitch("Port", "tapo5", "name") == "tapo5"
            let isTold = answer.errors.contains("del-port")
            let isTrue = answer.code == "host.ovs-port" && view.isAbsent && (!isLeft || isTold)
            trial.judge(answer, isTrue: isTrue, view)
          }
          let again = try await guest.ask("attach", item.json)
          let view = try await guest.view(of: item.mac, target: "tapo5")
          let isForwarding = try await host.eventually {
            let port = try await host.openVSwitch("Interface", "tapo5", "ofport")
            return guest.nic(item)?.hasCarrier == true && port.first?.isNumber == true
          }
          trial.finish(again, isDone: view.live && isForwarding)
          #expect(try await guest.askDetach(item.mac).status == "detached")
        }
      }

      @Test(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
      func `Open vSwitch's database gone`() async throws {
        let item = Self.port
        try await Faults.try(.switchDatabaseGone, on: .prompt) { trial in
          let (host, guest) = (trial.host, trial.guest)
          try await host.withoutSwitchDatabase {
            let answer = try await guest.ask("attach", item.json)
            let view = try await guest.view(of: item.mac, target: "tapo5")
            trial.judge(answer, isTrue: answer.code == "host.ovs-port" && view.isAbsent, view)
          }
          let again = try await guest.ask("attach", item.json)
          trial.finish(again, isDone: try await guest.sees(item.mac))
          try await host.withoutSwitchDatabase {
            let answer = try await guest.askDetach(item.mac)
            let isTold = answer.errors.contains("del-port")
            let view = try await guest.view(of: item.mac, target: "tapo5")
            trial.judge(
              answer,
              isTold ? "with a warning" : nil,
              isTrue: answer.isTrue(of: .detach, seenAs: view) && isTold,
              view
            )
          }
          #expect(try await host.openVSwitch("Port", "tapo5", "name") == "tapo5")
          try await host.run("ovs-vsctl", "--if-exists", "del-port", "tapo5")
        }
      }

      @Test func `vhost-user without a peer`() async throws {
        try await Faults.try(.vhostUserWithoutPeer, on: .deaf) { trial in
          let (host, guest) = (trial.host, trial.guest)
          let socket = "\(host.folder)/vhu3"
          let item = LibvirtdTests.VHostUser.item(3, path: socket, mode: "server")
          let answer = try await guest.ask("attach", item.json)
          let view = try await guest.view(of: item.mac, target: nil)
          let isRefused = answer.code == "host.vhostuser-no-peer" && view.isAbsent
          trial.judge(answer, isTrue: isRefused, view)

          // Unchecked, the call has its bound; QEMU's monitor answers nobody any more.
          let blind = try await guest.ask(
            "attach",
            item.json,
            ["--no-host-check", "--call-timeout", "2"]
          )
          let seen = blind.seen?.live
          let isBounded = blind.exit == 1 && (seen == "under-way" || seen == "absent")
          trial.judge(blind, "unchecked", isTrue: isBounded)
          try guest.killHypervisor()
          try await guest.renew()
          guard LabHost.has(.openVSwitch) else { return }
          try await host.withVHostUserPort("vhu3", connectingTo: socket) {
            let again = try await guest.ask("attach", item.json)
            let end = try await guest.view(of: item.mac, target: nil)
            trial.finish(again, isDone: end.live)
            try await guest.renew()
          }
        }
      }
    }
  }
#endif
