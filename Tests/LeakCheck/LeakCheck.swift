#if Libvirt
  import Dispatch
  import Glibc
  import LibvirtAttach

  /// Something to look for leaks in: connections that open, listen, plug in, change, take off and close.
  ///
  ///     LeakCheck ROUNDS [URI DOMAIN DEVICE-XML]
  ///
  /// Without a domain, all that libvirt's mock driver can do.
  @main
  struct LeakCheck {
    /// An asynchronous `main` would leave the main thread to libdispatch, in a call that valgrind
    /// crashes on.
    static func main() {
      let end = DispatchSemaphore(value: 0)
      Task.detached {
        await look()
        end.signal()
      }
      end.wait()
    }

    private static func look() async {
      let arguments = CommandLine.arguments.dropFirst()
      guard let rounds = arguments.first.flatMap({ Int($0) }) else {
        fail("LeakCheck ROUNDS [URI DOMAIN DEVICE-XML]")
      }
      let rest = Array(arguments.dropFirst())
      for _ in 0..<rounds {
        do {
          try await talk()
          if rest.count == 3 {
            try await plug(rest[2], into: rest[1], at: rest[0])
            try await change(on: rest[1], at: rest[0])
          }
        } catch {
          fail("\(error)")
        }
      }
      // Closing goes on behind the last reference.
      try? await Task.sleep(for: .seconds(1))
      print("\(rounds) rounds, \(descriptors) open descriptors")
    }

    /// Everything that ends in an answer, an error or an event, without a guest.
    private static func talk() async throws(HotPlugError) {
      var settings = ConnectionSettings()
      settings.credentials = { _ in nil }
      settings.onLoss = { _ in }
      let connection = try await Connection("test:///default", settings)
      let events = try await connection.events()
      let domain = try await connection.domain(named: "test")
      _ = try await domain.devices(in: .live)
      _ = try? await domain.attach("<interface type='user'/>")
      _ = try? await domain.detach(.index(1))
      _ = try? await domain.detach(.index(2))
      _ = try? await connection.domain(named: "missing")
      _ = try? await Connection("qemu+unix:///system?socket=/nonexistent")
      withExtendedLifetime(events) {}
      await connection.close()
    }

    /// A device's whole way, with its events.
    private static func plug(
      _ device: String,
      into name: String,
      at uri: String
    ) async throws(HotPlugError) {
      let connection = try await Connection(uri)
      let events = try await connection.events()
      let domain = try await connection.domain(named: name)
      guard let alias = try await domain.attach(device).device?.alias else {
        fail("the device has no alias")
      }
      let report = try await domain.detach(.alias(alias))
      guard report.live == .changed else { fail("the guest still has \(alias)") }
      for await event in events {
        if case .deviceRemoved(domain.identity, alias) = event { break }
      }
    }

    /// A NIC of the bridge `br0`, with more elements.
    private static func nic(_ number: Int, _ more: String = "", bridge: String = "br0") -> String {
      """
      <interface type='bridge'><mac address='52:54:00:1e:00:0\(number)'/>\
      <source bridge='\(bridge)'/><target dev='tapleak\(number)'/><model type='virtio'/>\(more)\
      <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a5e\(number)'/></interface>
      """
    }

    /// Everything that changes what is there: update, replacement, plan and apply, and an apply that is
    /// rolled back.
    private static func change(on name: String, at uri: String) async throws(HotPlugError) {
      let domain = try await Connection(uri).domain(named: name)
      let update = ChangeOptions(onDifference: .update)
      let replace = ChangeOptions(onDifference: .replace)
      var unchecked = replace
      unchecked.checksHost = false
      try await domain.attach(nic(1))
      guard try await domain.attach(nic(1)).live == .unchanged else { fail("not the same") }
      guard try await domain.update(nic(1, "<link state='down'/>"), .existing, update).isChanged
      else { fail("no update") }
      _ = try? await domain.update(nic(1, "<mtu size='1400'/>"), .existing, update)
      guard
        try await domain.update(nic(1, "<mtu size='1400'/>"), .existing, replace).live == .replaced
      else { fail("no replacement") }
      guard try await !domain.plan([nic(1), nic(2)]).isEmpty else { fail("no plan") }
      guard try await domain.apply([nic(2), nic(3)], .existing, replace).count == 3 else {
        fail("no three steps")
      }
      do {
        _ = try await domain.apply(
          [nic(3), nic(4), nic(5, bridge: "brnope")],
          .existing,
          unchecked
        )
        fail("no such bridge")
      } catch {
        guard case .rolledBack = error else { throw error }
      }
      _ = try await domain.apply([], .existing, replace)
    }

    private static var descriptors: Int {
      var count = 0
      for descriptor in 0..<1024 where fcntl(CInt(descriptor), F_GETFD) >= 0 { count += 1 }
      return count
    }

    private static func fail(_ message: String) -> Never {
      print("error: \(message)")
      exit(1)
    }
  }
#else
  @main
  struct LeakCheck {
    static func main() { print("nothing to look at without the trait Libvirt") }
  }
#endif
