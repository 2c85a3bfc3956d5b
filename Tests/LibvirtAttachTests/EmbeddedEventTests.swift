#if Libvirt
  import Diagnostics
  import Lab
  import LibvirtAttach
  import Testing

  extension EmbeddedTests {
    @Suite struct Events {
      /// The events of one guest, up to one that `isLast`.
      static func events(
        of guest: EmbeddedGuest,
        in stream: AsyncStream<DomainEvent>,
        until isLast: (DomainEvent) -> Bool
      ) async -> [DomainEvent] {
        var events: [DomainEvent] = []
        for await event in stream where event.domain == guest.domain.identity {
          // The guest's start is told of, too, if the stream began before libvirt got round to it.
          if case .lifecycle(_, .started, _) = event { continue }
          if case .lifecycle(_, .resumed, detail: 0) = event, events.isEmpty { continue }
          events.append(event)
          if isLast(event) { break }
        }
        return events
      }

      @Test func `tells of devices that come and go, and of the guest's end`() async throws {
        try await EmbeddedQEMU.host.withGuest("events") { guest in
          let stream = try await EmbeddedQEMU.host.connection.events()
          try await guest.domain.attach(Attach.bridge)
          // Nothing is told of the configuration.
          _ = try await guest.domain.detach(.index(1), .config)
          try await guest.destroy()
          let identity = guest.domain.identity
          let events = await Self.events(of: guest, in: stream) { event in
            if case .lifecycle(_, .stopped, _) = event { true } else { false }
          }
          #expect(
            events == [
              .deviceAdded(identity, alias: "net0"),
              .lifecycle(identity, .shutdown, detail: 2),
              .lifecycle(identity, .stopped, detail: 1),
            ]
          )
        }
      }

      @Test func `tells each of several listeners`() async throws {
        try await EmbeddedQEMU.host.withGuest("listeners") { guest in
          let connection = try EmbeddedQEMU.host.connection
          let streams = [try await connection.events(), try await connection.events()]
          do {
            // One that goes does not take the events of the others along.
            _ = try await connection.events()
          }
          try await guest.domain.attach(Attach.bridge, .live)
          for stream in streams {
            let events = await Self.events(of: guest, in: stream) { _ in true }
            #expect(events == [.deviceAdded(guest.domain.identity, alias: "net0")])
          }
        }
      }
    }
  }
#endif
