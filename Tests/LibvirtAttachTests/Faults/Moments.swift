#if Libvirt
  import Lab
  import Testing

  /// Random moments within the time that something takes when nothing goes wrong.
  struct Moments {
    private let whole: Duration

    /// Measures `body`, which has been done once before, so that nothing is loaded anew.
    init(of body: () async throws -> ToolAnswer) async throws {
      let start = ContinuousClock.now
      let answer = try await body()
      #expect(answer.isDone, "\(answer.run)")
      whole = .now - start
    }

    /// Those of an attach to a guest, which has been without the NIC and is so again.
    init(ofAttach vif: FaultVIF, to guest: LabGuest) async throws {
      _ = try await guest.ask("attach", vif.json)
      try await guest.clear(vif)
      self = try await Moments { try await guest.ask("attach", vif.json) }
      try await guest.clear(vif)
    }

    /// Those of a detach from a guest, which has been without the NIC and is so again.
    init(ofDetach vif: FaultVIF, from guest: LabGuest) async throws {
      _ = try await guest.ask("attach", vif.json)
      try await guest.clear(vif)
      _ = try await guest.ask("attach", vif.json)
      self = try await Moments { try await guest.askDetach(vif.selector) }
    }

    /// A moment in its second half, where the tool talks to libvirt, or just behind it.
    ///
    /// - Parameter delay: How long that takes which is to happen then.
    func random(less delay: Duration = .zero) -> Duration {
      max(.zero, whole * Double.random(in: 0.45...1.05) - delay)
    }

    /// The moment of a round, where all rounds together are spread evenly.
    func moment(_ round: Int, of rounds: Int) -> Duration {
      whole * (Double(round) + .random(in: 0..<1)) / Double(rounds)
    }
  }
#endif
