import ArgumentParser
import LibvirtAttach

/// Makes domains have just the interfaces of files.
struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Makes guests have just the interfaces that files describe.",
    discussion: """
      Does what 'vif plan' says: what is missing is attached, what differs is updated or, with \
      --replace, replaced, and a VIF's interface that is not asked for is detached; those of others \
      stay. When a step fails, those before it are undone (exit status 5). It can be cut off at any \
      moment and run again. With several domains, one that fails does not stop the others.
      """
  )

  @OptionGroup var target: TargetOptions

  @Flag(help: "Put a new interface in the place of one that cannot be changed.")
  var replace = false

  @Option(help: ArgumentHelp("How many domains are worked on at once.", valueName: "number"))
  var jobs = 4

  @Flag(help: "Do not look for bridges, devices and sockets on the host.")
  var noHostCheck = false

  @OptionGroup var patience: PatienceOptions

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  func run() async throws {
    #if Libvirt
      let (targets, unreadable) = try target.targets(translation, output.format)
      let scope = try definitions.scope()
      let narration = patience.verbose ? WaitingNarration() : nil
      var options = ChangeOptions(
        onDifference: replace ? .replace : .update,
        checksHost: !noHostCheck,
        patience: patience.patience
      ) { narration?.tell($0) }
      options.ownership = target.ownership
      let changes = options
      let lines = SharedOutput()
      let run = TargetRun(
        connection: connection,
        output: lines,
        format: output.format,
        jobs: jobs
      )
      let done = await run.each(of: targets) { domain, target throws(HotPlugError) in
        let reports = try await domain.apply(target.documents, scope, changes) {
          tell($0, of: domain.name, lines)
        }
        if reports.isEmpty, output.format == .text {
          lines.write("\(domain.name): nothing to do\n")
        }
        if reports.contains(where: { $0.report.obstacle != nil }) { return .stillAttached }
        return reports.isEmpty ? .unchanged : .changed
      }
      narration?.end()
      let outcomes = done + Array(repeating: .failed, count: unreadable)
      if target.domain == nil { tell(outcomes, lines) }
      try lines.finish()
      if let failure = outcomes.failure { throw failure }
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  #if Libvirt
    private func tell(_ report: StepReport, of domain: String, _ lines: SharedOutput) {
      for warning in report.report.warnings { StandardError.write("warning", warning, at: domain) }
      switch output.format {
      case .json: lines.write("\(report.json(of: domain))\n")
      case .text: lines.write("\(domain): \(report.sentence)\n")
      }
      guard let obstacle = report.report.obstacle else { return }
      let device = report.report.device?.summary ?? "the device"
      StandardError.write(
        "error: \(domain): the guest still has \(device): \(obstacle.words(report.report.attempts))"
      )
    }

    private func tell(_ outcomes: [TargetRun.Outcome], _ lines: SharedOutput) {
      switch output.format {
      case .json: lines.write("\(outcomes.summaryJSON)\n")
      case .text: lines.write("\(outcomes.summary)\n")
      }
    }
  #endif
}
