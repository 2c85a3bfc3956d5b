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

    let connection: ConnectionOptions
    let output: SharedOutput
    let format: FormatOption.Format
    /// How many domains are worked on at once.
    let jobs: Int

    /// Does something to each domain; a failure of one is told, and does not stop the others.
    ///
    /// - Returns: What became of the domains, in the order in which they were done.
    func each(
      of targets: [PlanTarget],
      _ work: @escaping @Sendable (Domain, PlanTarget) async throws(HotPlugError) -> Outcome
    ) async -> [Outcome] {
      let connections = ConnectionPool(connection)
      var outcomes: [Outcome] = []
      await withTaskGroup(of: Outcome.self) { group in
        for (index, target) in targets.enumerated() {
          if index >= jobs, let outcome = await group.next() { outcomes.append(outcome) }
          group.addTask { await one(target, connections, work) }
        }
        for await outcome in group { outcomes.append(outcome) }
      }
      return outcomes
    }

    private func one(
      _ target: PlanTarget,
      _ connections: ConnectionPool,
      _ work: @Sendable (Domain, PlanTarget) async throws(HotPlugError) -> Outcome
    ) async -> Outcome {
      do throws(HotPlugError) {
        let connection = try await connections.connection(to: target.uri)
        return try await work(try await connection.domain(named: target.domain), target)
      } catch {
        let status = HotPlugFailure(error).told(in: format, of: target, output)
        return switch status {
        case .rolledBack: .rolledBack
        case .notFound: .notFound
        default: .failed
        }
      }
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
