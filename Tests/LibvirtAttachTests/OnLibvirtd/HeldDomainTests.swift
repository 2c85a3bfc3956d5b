#if Libvirt
  import Diagnostics
  import Lab
  import LibvirtAttach
  import Testing

  extension LibvirtdTests {
    /// Another client holds the domain, as a migration or a backup does, once a guest was asked.
    @Suite struct HeldDomain {
      private static func nic(_ target: String, _ mtu: Int) -> String {
        """
        <interface type='bridge'><mac address='52:54:00:0c:00:11'/><source bridge='br0'/>\
        <target dev='\(target)'/><model type='virtio'/><mtu size='\(mtu)'/>\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a7f1'/></interface>
        """
      }

      /// The error of a change that asks a guest that does not answer, and may not ask again.
      private static func error(
        of change: @escaping @Sendable (ChangeOptions) async throws(HotPlugError) -> Void,
        on guest: LabGuest
      ) async throws -> HotPlugError? {
        let (asked, sender) = AsyncStream.makeStream(of: DetachProgress.self)
        let patience = DetachPatience(attempts: 2, timeout: .seconds(4))
        let options = ChangeOptions(onDifference: .replace, patience: patience) {
          sender.yield($0)
        }
        let running = Task {
          defer { sender.finish() }
          do throws(HotPlugError) {
            try await change(options)
            return nil as HotPlugError?
          } catch {
            return error
          }
        }
        for await step in asked { if case .asked = step { break } }
        try guest.freezeHypervisor()
        async let holder = guest.virsh("qemu-monitor-command", guest.name, "--hmp", "info version")
        let error = await running.value
        try guest.thawHypervisor()
        _ = try await holder
        return error
      }

      @Test func `keeps the new NIC of a guest that may yet give the old one up`() async throws {
        try await LibvirtdTests.withGuest(.deaf) { host, guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic("taphe1", 1500), .live)
          let error = try await Self.error(
            of: { (options) throws(HotPlugError) in
              _ = try await domain.apply([Self.nic("taphe2", 1400)], .live, options)
            },
            on: guest
          )
          #expect(error?.diagnosis.code == .changeInterrupted, "\(String(describing: error))")
          #expect(error?.libvirtError?.code == LibvirtError.operationTimeout)
          #expect(error?.sighting?.live == .underWay)
          try await guest.reset()
          #expect(try await guest.comesToHave("taphe2"))
          #expect(try await host.link("taphe1") == nil)
        }
      }

      @Test func `says that a detach is under way`() async throws {
        try await LibvirtdTests.withGuest(.prompt) { host, guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          let device = Self.nic("taphe3", 1500).replacing("00:11", with: "00:12")
            .replacing("a7f1", with: "a7f2")
          try await domain.attach(device)
          try await guest.suspend()
          let error = try await Self.error(
            of: { (options) throws(HotPlugError) in
              _ = try await domain.detach(
                .index(1),
                patience: options.patience,
                progress: options.progress
              )
            },
            on: guest
          )
          #expect(error?.diagnosis.code == .changeInterrupted, "\(String(describing: error))")
          #expect(error?.libvirtError?.code == LibvirtError.operationTimeout)
          #expect(error?.sighting?.live == .underWay)
          try await guest.resume()
          #expect(try await host.eventually { try await domain.devices(in: .live).isEmpty })
        }
      }
    }
  }
#endif
