#if Libvirt
  import Foundation
  import Lab
  import LibvirtAttach

  /// What the checks, the waits and the looks of an attach and a detach cost beside libvirt's own calls.
  ///
  ///     HotPlugOverhead PAIRS
  ///
  /// On a Linux guest of the lab's, which gives a NIC up at once: libvirt's call and ours take turns.
  @main
  struct HotPlugOverhead {
    private static let mac = "52:54:00:ff:00:01"
    private static let alias = "ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a5ff"
    private static let device = """
      <interface type='bridge'><mac address='\(mac)'/><source bridge='br0'/><target dev='tapff'/>\
      <model type='virtio'/><alias name='\(alias)'/></interface>
      """

    static func main() async throws {
      guard let pairs = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }),
        let host = LabHost()
      else {
        print("usage: Tests/Lab/with-lab.sh HotPlugOverhead PAIRS")
        exit(2)
      }
      try await host.withGuest(.prompt) { guest in
        let bare = try BareDomain(guest.name, at: host.uri)
        let domain = try await Connection(host.uri).domain(named: guest.name)
        var attach = Pairs()
        var detach = Pairs()
        func measure(_ isOurs: Bool) async throws -> (attach: Duration, detach: Duration) {
          let attach = try await clock.measure {
            if isOurs { _ = try await domain.attach(device) } else { try bare.attach(device) }
          }
          try await wait { try await guest.sees(mac) }
          let detach = try await clock.measure {
            if isOurs {
              _ = try await domain.detach(.alias(alias))
            } else {
              try bare.detach(device)
            }
          }
          try await wait { try await guest.misses(mac) }
          return (attach, detach)
        }
        for number in -2..<pairs {
          // Each goes first as often as the other.
          let first = try await measure(number.isMultiple(of: 2))
          let second = try await measure(!number.isMultiple(of: 2))
          let (ours, theirs) = number.isMultiple(of: 2) ? (first, second) : (second, first)
          // The first ones warm up.
          guard number >= 0 else { continue }
          attach.bare.append(theirs.attach)
          attach.ours.append(ours.attach)
          detach.bare.append(theirs.detach)
          detach.ours.append(ours.detach)
        }
        print(
          """
          Medians of \(pairs) pairs, live and config, libvirt's own call and ours: attach \
          \(attach.description) more; detach \(detach.description) more; both \
          \((attach + detach).description) more.
          """
        )
      }
    }

    private static let clock = ContinuousClock()

    private static func wait(_ isSo: () async throws -> Bool) async throws {
      guard try await isSo() else {
        print("error: the guest does not see what was done")
        exit(1)
      }
    }
  }
#else
  @main
  struct HotPlugOverhead {
    static func main() { print("nothing to measure without the trait Libvirt") }
  }
#endif
