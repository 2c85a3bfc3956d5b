#if Libvirt
  import Diagnostics
  import Lab
  import LibvirtAttach
  import Testing

  extension EmbeddedTests {
    @Suite struct Attach {
      static let bridge = """
        <interface type='bridge'>
          <mac address='52:54:00:aa:00:01'/>
          <source bridge='br0'/>
          <model type='virtio'/>
        </interface>
        """

      static func ethernet(_ tap: String) -> String {
        """
        <interface type='ethernet'>
          <mac address='52:54:00:aa:00:02'/>
          <target dev='\(tap)' managed='no'/>
          <model type='virtio'/>
        </interface>
        """
      }

      @Test func `plugs into the running guest and its configuration`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-both") { guest in
          let report = try await guest.domain.attach(Self.bridge)
          #expect(report.live == .changed)
          #expect(report.config == .changed)
          #expect(report.device?.alias == "net0")
          #expect(report.device?.target?.hasPrefix("vnet") == true)
          #expect(report.device?.pciAddress != nil)
          #expect(try await guest.domain.devices(in: .live).map(\.source) == ["br0"])
          #expect(try await guest.domain.devices(in: .config).map(\.source) == ["br0"])
        }
      }

      @Test func `plugs into the running guest alone`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-live") { guest in
          let report = try await guest.domain.attach(Self.ethernet("tap0"), .live)
          #expect(report.live == .changed)
          #expect(report.config == .untouched)
          #expect(report.device?.target == "tap0")
          #expect(try await guest.domain.devices(in: .config).isEmpty)
        }
      }

      @Test func `plugs into the configuration alone`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-config", isRunning: false) { guest in
          let report = try await guest.domain.attach(Self.ethernet("tap9"))
          #expect(report.live == .untouched)
          #expect(report.config == .changed)
          #expect(try await guest.domain.devices(in: .config).map(\.target) == ["tap9"])
          await #expect(throws: HotPlugError.self) {
            try await guest.domain.devices(in: .live)
          }
        }
      }

      @Test func `keeps libvirt's words about a bridge that is not there`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-nowhere") { guest async throws in
          let missing = """
            <interface type='bridge'>
              <mac address='52:54:00:aa:00:03'/>
              <source bridge='brnope'/>
              <model type='virtio'/>
            </interface>
            """
          let reason = LibvirtError(
            code: LibvirtError.systemError,
            domain: 0,
            message: "Cannot get interface MTU on 'brnope': No such device"
          )
          await #expect(throws: HotPlugError.libvirt(reason)) {
            try await guest.domain.attach(missing, .existing, ChangeOptions(checksHost: false))
          }
          let refused = await #expect(throws: HotPlugError.self) {
            try await guest.domain.attach(missing)
          }
          #expect(refused?.diagnosis.code == .hostBridgeMissing)
          #expect(refused?.libvirtError == nil)
          #expect(try await guest.domain.devices(in: .live).isEmpty)
          #expect(try await guest.domain.devices(in: .config).isEmpty)
        }
      }

      @Test func `finds no running guest in a domain that is shut off`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-off", isRunning: false) { guest in
          let error = await #expect(throws: HotPlugError.self) {
            try await guest.domain.attach(Self.bridge, .live)
          }
          #expect(error?.libvirtCode == LibvirtError.operationInvalid)
        }
      }

      @Test func `finds no configuration in a transient domain`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-transient", isPersistent: false) { guest in
          let error = await #expect(throws: HotPlugError.self) {
            try await guest.domain.attach(Self.bridge, .config)
          }
          #expect(error?.libvirtCode == LibvirtError.operationInvalid)
          let report = try await guest.domain.attach(Self.bridge)
          #expect(report.live == .changed)
          #expect(report.config == .untouched)
          let down = Self.bridge.replacing("</interface>", with: "<link state='down'/></interface>")
          for scope in [AttachScope.config, .persistent] {
            let error = await #expect(throws: HotPlugError.self) {
              try await guest.domain.update(down, scope)
            }
            #expect(error?.diagnosis.code == .domainTransient)
          }
          #expect(try await guest.domain.attach(Self.bridge).isChanged == false)
        }
      }

      @Test func `plugs nothing in twice`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-twice") { guest in
          try await guest.domain.attach(Self.bridge, .config)
          try await guest.domain.attach(Self.bridge, .live)
          for scope in [AttachScope.live, .config, .existing] {
            let report = try await guest.domain.attach(Self.bridge, scope)
            #expect(!report.isChanged)
            #expect(report.device?.mac?.description == "52:54:00:aa:00:01")
          }
          let other = Self.bridge.replacing("br0", with: "br9")
          let error = await #expect(throws: HotPlugError.self) {
            try await guest.domain.attach(other)
          }
          #expect(error?.diagnosis.code == .attachDiffers)
          #expect(error?.differences?.map(\.path.description) == ["/source/@bridge"])
          #expect(try await guest.domain.devices(in: .live).count == 1)
          #expect(try await guest.domain.devices(in: .config).count == 1)
        }
      }

      @Test func `gives both definitions one MAC address and one alias`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-one") { guest in
          let report = try await guest.domain.attach(
            """
            <interface type='user'><model type='virtio'/><alias name='ua-one'/></interface>
            """
          )
          let live = try await guest.domain.devices(in: .live)
          let config = try await guest.domain.devices(in: .config)
          #expect(live.map(\.alias) == ["ua-one"])
          #expect(config.map(\.alias) == ["ua-one"])
          #expect(live.map(\.mac) == [report.device?.mac])
          #expect(config.map(\.mac) == [report.device?.mac])
        }
      }

      @Test func `takes an attach for done that ended after its caller's time`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-late") { guest in
          try guest.freeze()
          let thaw = Task {
            try await Task.sleep(for: .seconds(2))
            try guest.thaw()
          }
          let report = try await guest.domain.attach(
            Self.bridge,
            .existing,
            ChangeOptions(timeout: .seconds(1))
          )
          #expect(report.live == .changed)
          #expect(report.config == .changed)
          try await thaw.value
        }
      }

      @Test func `leaves an attach that hangs behind, and says so`() async throws {
        try await EmbeddedQEMU.host.withGuest("attach-hung") { guest in
          try guest.freeze()
          let task = Task { try await guest.domain.attach(Self.bridge) }
          // It is in the live definition before the guest has it.
          while try await guest.domain.devices(in: .live).isEmpty { await Task.yield() }
          task.cancel()
          let error = await #expect(throws: HotPlugError.self) { try await task.value }
          #expect(error?.diagnosis.code == .callCancelled)
          #expect(error?.description.contains("is unknown") == true)
          try guest.thaw()
        }
      }

      @Test func `says that a domain is missing`() async throws {
        let connection = try EmbeddedQEMU.host.connection
        let error = await #expect(throws: HotPlugError.self) {
          try await connection.domain(named: "no-such-guest")
        }
        #expect(error?.libvirtCode == LibvirtError.noDomain)
      }
    }
  }

  extension HotPlugError {
    /// libvirt's number, where it is libvirt that refused.
    var libvirtCode: Int? { libvirtError?.code }
  }
#endif
