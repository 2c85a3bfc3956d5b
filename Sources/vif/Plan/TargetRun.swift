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

    /// What is done to one domain.
    typealias Work = @Sendable (Domain, PlanTarget) async throws(HotPlugError) -> Outcome

    /// Does something to each domain; a failure of one is told, and does not stop the others, and a host
    /// that does not answer holds up its own domains alone.
    ///
    /// - Returns: What became of the domains, in the order in which they were done.
    func each(of targets: [PlanTarget], _ work: @escaping Work) async -> [Outcome] {
      let order = targets.map(\.uri)
      let hosts = Dictionary(grouping: targets, by: \.uri)
      var known: Set<String?> = []
      let queue = order.filter { known.insert($0).inserted }.compactMap { hosts[$0] }
      return await several(queue, atOnce: options.hosts) { targets in
        let host = HostConnection(connection, to: targets.first?.uri)
        return await several(targets, atOnce: options.jobs) { target in
          [await one(target, host, work)]
        }
      }
    }

    private func several<Element: Sendable>(
      _ elements: [Element],
      atOnce limit: Int,
      _ work: @escaping @Sendable (Element) async -> [Outcome]
    ) async -> [Outcome] {
      await withTaskGroup(of: [Outcome].self) { group in
        var outcomes: [Outcome] = []
        for (index, element) in elements.enumerated() {
          if index >= limit, let done = await group.next() { outcomes += done }
          group.addTask { await work(element) }
        }
        for await done in group { outcomes += done }
        return outcomes
      }
    }

    private func one(_ target: PlanTarget, _ host: HostConnection, _ work: Work) async -> Outcome {
      do throws(HotPlugError) {
        let domain = try await host.opened().domain(named: target.domain)
        return try await work(domain, target)
      } catch {
        let status = HotPlugFailure(error).told(in: format, of: target, output)
        return switch status {
        case .rolledBack: .rolledBack
        case .notFound: .notFound
        default: .failed
        }
      }
    }

    /// Tells how many domains there are of each outcome, if there may be several, and ends the output.
    ///
    /// - Throws: The exit status that the worst of them calls for.
    func end(_ outcomes: [Outcome]) throws(ExitStatus) {
      if options.isOfMany {
        switch format {
        case .json: output.write("\(outcomes.summaryJSON)\n")
        case .text: output.write("\(outcomes.summary)\n")
        }
      }
      try output.finish()
      if let failure = outcomes.failure { throw failure }
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
