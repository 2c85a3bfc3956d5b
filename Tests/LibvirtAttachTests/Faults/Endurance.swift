#if Libvirt
  import Foundation
  import Lab
  import LibvirtAttach
  import Testing

  extension Faults {
    /// Many changes, one after the other.
    @Suite struct Endurance {
      /// What may grow.
      private struct Footprint {
        /// Kibibytes of memory that this process has.
        let memory: Int
        /// Open files of this process.
        let files: Int
        /// Open files of libvirt's daemon.
        let daemonFiles: Int
        /// Network devices of the host.
        let links: Int

        private static var resident: Int {
          get throws {
            let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            return Int(line?.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") ?? 0
          }
        }

        init(_ host: LabHost) async throws {
          memory = try Self.resident
          files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
          daemonFiles = try host.daemonFiles
          links = try await host.links.count
        }
      }

      @Test func `leaves nothing behind`() async throws {
        let cycles = Rounds.isLong ? 1000 : 30
        let vif = FaultVIF(number: 13)
        let device = """
          <interface type='bridge'><mac address='\(vif.mac)'/><source bridge='br0'/>\
          <target dev='\(vif.target)'/><model type='virtio'/><alias name='\(vif.alias)'/></interface>
          """
        try await Faults.try(.manyChanges, on: .prompt) { trial in
          let host = trial.host
          let domain = try await Connection(host.uri).domain(named: trial.guest.name)
          func cycle() async throws -> Bool {
            let there = try await domain.attach(device)
            let gone = try await domain.detach(.alias(vif.alias))
            return [there.live, there.config, gone.live, gone.config].allSatisfy { $0 == .changed }
          }
          // Caches, threads and libvirt's tables have their sizes then.
          for _ in 0..<20 { _ = try await cycle() }
          let before = try await Footprint(host)
          for _ in 0..<cycles { trial.count("attached and detached", isTrue: try await cycle()) }
          let after = try await Footprint(host)
          let memory = after.memory - before.memory
          let isLevel =
            memory < 2048 && after.files <= before.files && after.links <= before.links
            && after.daemonFiles <= before.daemonFiles
          #expect(isLevel, "\(before) \(after)")
          trial.note(
            """
            memory \(memory > 0 ? "+" : "")\(memory) KiB, descriptors \
            \(after.files - before.files), libvirtd's \(after.daemonFiles - before.daemonFiles), host \
            devices \(after.links - before.links)
            """
          )
          #expect(try await trial.guest.view(of: vif).isAbsent)
        }
      }
    }
  }
#endif
