#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// The host's switch is not there, or does not answer.
    @Suite struct SwitchFails {
      private static let vif = FaultVIF(number: 4)

      @Test func `bridge missing`() async throws {
        let vif = FaultVIF(number: 4, bridge: "brf4")
        try await Faults.withGuest(.prompt) { host, guest in
          try await Fault.bridgeMissing.observe { tally in
            for options in [[], ["--no-host-check"]] {
              let answer = try await guest.ask("attach", vif.json, options)
              let view = try await guest.view(of: vif)
              let isTrue = answer.code == "host.bridge-missing" && view.isAbsent
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
            }
            try await host.withBridge(vif.bridge) {
              let again = try await guest.ask("attach", vif.json)
              let view = try await guest.view(of: vif)
              tally.secondRun(isDone: again.isDone && view.live && view.config)
              try await guest.clear(vif)
            }
          }
        }
      }

      @Test(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
      func `Open vSwitch stopped`() async throws {
        let item = LibvirtdTests.OpenVSwitch.item(5)
        try await Faults.withGuest(.prompt) { host, guest in
          try await Fault.switchStopped.observe { tally in
            try await host.withFrozenSwitch {
              let answer = try await guest.ask("attach", item.json)
              let view = try await guest.view(of: item.mac, target: nil)
              let isLeft = try await host.openVSwitch("Port", "tapo5", "name") == "tapo5"
              let isTold = answer.errors.contains("del-port")
              let isTrue = answer.code == "host.ovs-port" && view.isAbsent && (!isLeft || isTold)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
            }
            let again = try await guest.ask("attach", item.json)
            let view = try await guest.view(of: item.mac, target: "tapo5")
            let isForwarding = try await host.eventually {
              let port = try await host.openVSwitch("Interface", "tapo5", "ofport")
              return guest.nic(item)?.hasCarrier == true && port.first?.isNumber == true
            }
            #expect(again.isDone && isForwarding, "\(view) \(again.run)")
            tally.secondRun(isDone: again.isDone && view.live && isForwarding)
            #expect(try await guest.askDetach(item.mac).status == "detached")
          }
        }
      }

      @Test(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
      func `Open vSwitch's database gone`() async throws {
        let item = LibvirtdTests.OpenVSwitch.item(5)
        try await Faults.withGuest(.prompt) { host, guest in
          try await Fault.switchDatabaseGone.observe { tally in
            try await host.withoutSwitchDatabase {
              let answer = try await guest.ask("attach", item.json)
              let view = try await guest.view(of: item.mac, target: "tapo5")
              let isTrue = answer.code == "host.ovs-port" && view.isAbsent
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
            }
            let again = try await guest.ask("attach", item.json)
            tally.secondRun(
              isDone: try await [again.isDone, guest.sees(item.mac)].allSatisfy(\.self)
            )
            var told = false
            try await host.withoutSwitchDatabase {
              let answer = try await guest.askDetach(item.mac)
              told = answer.errors.contains("del-port")
              let view = try await guest.view(of: item.mac, target: "tapo5")
              let isTrue = answer.isTrue(ofDetachSeenAs: view) && told
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(
                answer,
                told ? "with a warning" : nil,
                isTrue: isTrue
              )
            }
            #expect(try await host.openVSwitch("Port", "tapo5", "name") == "tapo5")
            try await host.run("ovs-vsctl", "--if-exists", "del-port", "tapo5")
          }
        }
      }

      @Test func `vhost-user without a peer`() async throws {
        try await Faults.withGuest(.deaf) { host, guest in
          let item = LibvirtdTests.VHostUser.item(3, path: "\(host.folder)/vhu3", mode: "server")
          try await Fault.vhostUserWithoutPeer.observe { tally in
            let answer = try await guest.ask("attach", item.json)
            let view = try await guest.view(of: item.mac, target: nil)
            let isTrue = answer.code == "host.vhostuser-no-peer" && view.isAbsent
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)

            // Unchecked, the call has its bound; QEMU's monitor answers nobody any more.
            let blind = try await guest.ask(
              "attach",
              item.json,
              "--no-host-check",
              "--call-timeout",
              "2"
            )
            let seen = blind.seen?.live
            let isBounded = blind.exit == 1 && (seen == "under-way" || seen == "absent")
            #expect(isBounded, "\(blind.run)")
            tally.answer(blind, "unchecked", isTrue: isBounded)
            try guest.killHypervisor()
            try await guest.renew()
            guard LabHost.has(.openVSwitch) else { return }
            try await host.withVHostUserPort("vhu3", connectingTo: "\(host.folder)/vhu3") {
              let again = try await guest.ask("attach", item.json)
              let end = try await guest.view(of: item.mac, target: nil)
              #expect(again.isDone, "\(end) \(again.run)")
              tally.secondRun(isDone: again.isDone && end.live)
              try await guest.renew()
            }
          }
        }
      }
    }
  }
#endif
