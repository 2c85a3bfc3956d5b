#if Libvirt
  import Lab
  import Testing

  /// A fault that is brought about: the guest that it befalls, and what has been seen so far.
  ///
  /// Each round has an answer of the tool's, which a look from outside bears out or not, and a second run,
  /// which is to come to the end that was asked for.
  struct Trial: Sendable {
    let host: LabHost
    let guest: LabGuest
    private let tally: Tally

    init(_ guest: LabGuest, _ tally: Tally) {
      host = guest.host
      self.guest = guest
      self.tally = tally
    }

    /// Adds what else was observed.
    func note(_ text: String) { tally.note(text) }

    /// Counts something that was done, and whether a look from outside showed it.
    func count(_ deed: String, isTrue: Bool) { tally.answer(deed, isTrue: isTrue) }

    // MARK: Answers

    /// Counts an answer.
    ///
    /// - Parameters:
    ///   - addition: What else is to be said of it.
    ///   - isTrue: Whether it is as a look from outside shows.
    ///   - view: What that showed.
    func judge(
      _ answer: ToolAnswer,
      _ addition: String? = nil,
      isTrue: Bool,
      _ view: OutsideView? = nil,
      location: SourceLocation = #_sourceLocation
    ) {
      #expect(isTrue, "\(view.map { "\($0)" } ?? "") \(answer.run)", sourceLocation: location)
      tally.answer(answer, addition, isTrue: isTrue)
    }

    /// Counts an answer, which is to be what is there, whatever that is.
    ///
    /// - Parameters:
    ///   - change: What the tool was to do.
    ///   - settled: Whether to look when libvirt has done what it was still to do.
    ///   - condition: What else has to be.
    func judge(
      _ answer: ToolAnswer,
      as change: ToolAnswer.Change,
      of vif: FaultVIF,
      settled: Bool = false,
      also condition: Bool = true,
      location: SourceLocation = #_sourceLocation
    ) async throws {
      let view = try await settled ? guest.settledView(of: vif) : guest.view(of: vif)
      let isTrue = condition && answer.isTrue(of: change, seenAs: view)
      judge(answer, isTrue: isTrue, view, location: location)
    }

    /// Counts the answer of an attach that is to be refused with a code, and to have changed nothing.
    func judge(
      _ answer: ToolAnswer,
      refuses vif: FaultVIF,
      _ code: String,
      location: SourceLocation = #_sourceLocation
    ) async throws {
      let view = try await guest.view(of: vif)
      judge(answer, isTrue: answer.code == code && view.isAbsent, view, location: location)
    }

    // MARK: Second runs

    /// Counts a second run.
    ///
    /// - Parameters:
    ///   - isDone: Whether the end that was asked for is there, if the answer says so.
    ///   - isRemedied: Whether what the first answer had told was done before.
    func finish(
      _ again: ToolAnswer,
      isDone: Bool = true,
      afterRemedy isRemedied: Bool = false,
      location: SourceLocation = #_sourceLocation
    ) {
      let isDone = again.isDone && isDone
      #expect(isDone, "\(again.run)", sourceLocation: location)
      tally.secondRun(isDone: isDone, afterRemedy: isRemedied)
    }

    /// Attaches once more, if need be after what the answer told to do: the guest is to have the NIC.
    ///
    /// - Parameter wasRemedied: Whether what it told was done already.
    func attachAgain(
      _ vif: FaultVIF,
      afterRemedy wasRemedied: Bool = false,
      location: SourceLocation = #_sourceLocation
    ) async throws {
      var again = try await guest.ask("attach", vif.json)
      let isHalf =
        try await guest.view(of: vif).isHalf
        && ["guest.leftover", "host.device-exists"].contains(again.code)
      if isHalf {
        try await guest.remedy(vif)
        again = try await guest.ask("attach", vif.json)
      }
      let view = try await guest.view(of: vif)
      var isDone = view.live && view.config && view.hypervisor && view.hostDevice
      if isDone && guest.kind != .deaf { isDone = try await guest.sees(vif.mac) }
      finish(again, isDone: isDone, afterRemedy: isHalf || wasRemedied, location: location)
    }

    /// Detaches once more: nothing of the NIC is to be left.
    func detachAgain(
      _ vif: FaultVIF,
      location: SourceLocation = #_sourceLocation
    ) async throws {
      let again = try await guest.askDetach(vif.selector, "--if-present")
      let isGone = try await [guest.view(of: vif).isAbsent, guest.misses(vif.mac)]
      finish(again, isDone: isGone.allSatisfy(\.self), location: location)
    }
  }
#endif
