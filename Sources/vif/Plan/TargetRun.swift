#if Libvirt
  import LibvirtAttach

  /// The same thing done to many domains of many hosts, some of them at once.
  struct TargetRun: Sendable {
    /// What became of a domain.
    enum Outcome: String, Sendable, CaseIterable {
      /// It was as it is to be.
      case unchanged
      /// It is now, or would be.
      case changed
      /// A guest still has what was to go.
      case stillAttached = "still-attached"
      /// A step failed, and those before it were undone.
      case rolledBack = "rolled-back"
      /// There is no such domain.
      case notFound = "not-found"
      /// It could not be done.
      case failed
    }

    private let connection: ConnectionOptions
    private let options: TargetOptions
    private let output: SharedOutput
    private let format: FormatOption.Format

    init(
      _ connection: ConnectionOptions,
      _ options: TargetOptions,
      _ output: SharedOutput,
      _ format: FormatOption.Format
    ) {
      self.connection = connection
      self.options = options
      self.output = output
      self.format = format
    }

    /// What is done to one domain, with the documents of all its devices.
    typealias Work =
      @Sendable (Domain, PlanTarget, _ documents: [String]) async throws(HotPlugError) -> Outcome

    /// A target whose domain was looked up.
    private enum Found: Sendable {
      case domain(Domain, PlanTarget, HostConnection)
      case none(Outcome)
    }

    /// Does something to each domain; a failure of one is told, and does not stop the others, and a host
    /// that does not answer holds up its own domains alone.
    ///
    /// All domains of a host are looked up before the first is worked on: one that several targets are
    /// for, or may be for, is left alone, and so is one whose target cannot be read.
    ///
    /// - Returns: What became of the domains, in the order in which they were done.
    func each(of targets: PlanTargets, _ work: @escaping Work) async -> [Outcome] {
      let machines = targets.known.grouped { HostPlace(host(of: $0)).machine }
      let claims = TargetClaims()
      let outcomes = await several(machines, atOnce: options.hosts) {
        [suspects = targets.suspects] targets in
        // One machine may be reached in several ways.
        let found = await several(targets.grouped(by: host(of:)), atOnce: options.hosts) {
          targets in
          let uri = targets.first.flatMap(self.host(of:))
          // Nobody can tell which of many hosts asks.
          let host = HostConnection(connection, to: uri, mayAsk: options.inventory == nil)
          let here = suspects.filter { $0.key.mayBe(on: uri, connection.connect) }
          _ = await several(Array(here), atOnce: options.jobs) { suspect, lines in
            await find(suspect, of: lines, at: uri, host, claims)
          }
          return await several(targets, atOnce: options.jobs) { target in
            await find(target, host, claims)
          }
        }
        return await several(found.flatMap(\.self), atOnce: options.jobs) { found in
          switch found {
          case .domain(let domain, let target, let host):
            await one(domain, target, host, claims, work)
          case .none(let outcome): outcome
          }
        }
      }
      return outcomes.flatMap(\.self)
    }

    /// The host of a target, as it was asked for.
    private func host(of target: PlanTarget) -> String? { target.uri ?? connection.connect }

    private func several<Element: Sendable, Answer: Sendable>(
      _ elements: [Element],
      atOnce limit: Int,
      _ work: @escaping @Sendable (Element) async -> Answer
    ) async -> [Answer] {
      await withTaskGroup(of: Answer.self) { group in
        var answers: [Answer] = []
        for (index, element) in elements.enumerated() {
          if index >= limit, let done = await group.next() { answers.append(done) }
          group.addTask { await work(element) }
        }
        for await done in group { answers.append(done) }
        return answers
      }
    }

    private func find(
      _ target: PlanTarget,
      _ host: HostConnection,
      _ claims: TargetClaims
    ) async -> Found {
      do throws(HotPlugError) {
        let connection = try await host.opened()
        let domain = try await connection.domain(named: target.domain)
        await claims.add(target, for: domain.identity, on: connection.uri)
        return .domain(domain, target, host)
      } catch {
        if case .domainNotFound = error {
        } else {
          await claims.add(target, forUnseenAt: self.host(of: target))
        }
        // That it cannot be read was told, and is worse.
        return .none(target.documents == nil ? .failed : tell(error, of: target))
      }
    }

    /// Notes which domain lines may be for that cannot be read.
    private func find(
      _ suspect: PlanSuspect,
      of lines: Set<String>,
      at uri: String?,
      _ host: HostConnection,
      _ claims: TargetClaims
    ) async {
      do throws(HotPlugError) {
        let connection = try await host.opened()
        let domain = try await connection.domain(named: suspect.domain)
        await claims.add(lines, for: domain.identity, on: connection.uri)
      } catch .domainNotFound {
        // Nothing can be done to what is not there.
      } catch {
        await claims.add(lines, forUnseen: suspect.domain, at: uri)
      }
    }

    private func one(
      _ domain: Domain,
      _ target: PlanTarget,
      _ host: HostConnection,
      _ claims: TargetClaims,
      _ work: Work
    ) async -> Outcome {
      guard let documents = target.documents else { return .failed }
      do throws(HotPlugError) {
        let uri = try await host.opened().uri
        try await claims.refuseSeveral(
          for: domain.identity,
          named: target.domain,
          on: uri
        )
        return try await work(domain, target, documents)
      } catch {
        return tell(error, of: target)
      }
    }

    private func tell(_ error: HotPlugError, of target: PlanTarget) -> Outcome {
      switch HotPlugFailure(error).told(in: format, of: target, output) {
      case .rolledBack: .rolledBack
      case .notFound: .notFound
      default: .failed
      }
    }

    /// Tells how many domains there are of each outcome, if there may be several, and ends the output.
    ///
    /// - Parameter mayChange: Whether a change is what was asked for.
    /// - Throws: The exit status that the worst of them calls for.
    func end(_ outcomes: [Outcome], mayChange: Bool = true) throws(ExitStatus) {
      if options.isOfMany {
        switch format {
        case .json: output.write("\(outcomes.summaryJSON)\n")
        case .text: output.write("\(outcomes.summary)\n")
        }
      }
      try output.finish()
      if !mayChange, outcomes.contains(.changed) { throw .failed }
      if let failure = outcomes.failure { throw failure }
    }
  }

  extension [PlanTarget] {
    /// The targets that have something in common, each group at the place of its first.
    fileprivate func grouped<Key: Hashable>(by key: (PlanTarget) -> Key) -> [[PlanTarget]] {
      let groups = Dictionary(grouping: self, by: key)
      var known: Set<Key> = []
      return map(key).filter { known.insert($0).inserted }.compactMap { groups[$0] }
    }
  }

  extension [TargetRun.Outcome] {
    /// The exit status that the worst of them calls for; nil when all went well.
    var failure: ExitStatus? {
      if contains(.failed) { return .failed }
      if contains(.rolledBack) { return .rolledBack }
      if contains(.stillAttached) { return .stillAttached }
      return contains(.notFound) ? .notFound : nil
    }

    /// How many there are of each, as `3 domains: 2 changed, 1 failed`.
    var summary: String {
      let counts = TargetRun.Outcome.allCases.compactMap { outcome in
        let count = count { $0 == outcome }
        return count > 0 ? "\(count) \(outcome.rawValue)" : nil
      }
      let domains = count == 1 ? "1 domain" : "\(count) domains"
      return counts.isEmpty
        ? "\(domains): nothing to do" : "\(domains): \(counts.joined(separator: ", "))"
    }

    /// How many there are of each, for programs.
    var summaryJSON: JSONLine {
      func number(_ outcome: TargetRun.Outcome) -> JSONLine {
        .integer(count { $0 == outcome })
      }
      return .object([
        "summary": .object([
          "domains": .integer(count), "unchanged": number(.unchanged), "changed": number(.changed),
          "still-attached": number(.stillAttached), "rolled-back": number(.rolledBack),
          "not-found": number(.notFound), "failed": number(.failed),
        ])
      ])
    }
  }
#endif
