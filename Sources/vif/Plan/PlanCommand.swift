import ArgumentParser
import LibvirtAttach

/// Says what would be done so that domains have just the interfaces of files.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says what 'vif apply' would do to guests.",
    discussion: """
      Each interface that a domain is to have is compared with what it has, in the running guest and \
      in the stored configuration. What libvirt adds by itself is no difference. Exit status 0: \
      nothing is to be done, 1: something is.
      """
  )

  @OptionGroup var target: TargetOptions

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let (targets, unreadable) = try target.targets(translation, output.format)
      let scope = try definitions.scope()
      let lines = SharedOutput()
      let run = TargetRun(connection: connection, output: lines, format: output.format, jobs: 4)
      let done = await run.each(of: targets) { domain, target throws(HotPlugError) in
        let plan = try await domain.plan(target.documents, scope, ownership: self.target.ownership)
        tell(plan, of: domain.name, lines)
        return plan.isEmpty ? .unchanged : .changed
      }
      let outcomes = done + Array(repeating: .failed, count: unreadable)
      try lines.finish()
      if let failure = outcomes.failure { throw failure }
      if outcomes.contains(.changed) { throw ExitStatus.failed }
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  #if Libvirt
    private func tell(_ plan: DomainPlan, of domain: String, _ output: SharedOutput) {
      let format = self.output.format
      let steps = plan.steps.filter { format == .json || $0.action != .none }
      let lines = steps.map { step in
        switch format {
        case .json: "\(step.json(of: domain))\n"
        case .text: "\(domain): \(step.sentence)\n"
        }
      }
      output.write(lines.joined())
      if plan.isEmpty, format == .text {
        output.write("\(domain): nothing to do\n")
      }
    }
  #endif
}
