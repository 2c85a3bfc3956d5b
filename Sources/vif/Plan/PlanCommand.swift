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
      nothing is to be done, 1: something is. What libvirt, the guest or the host would \
      refuse is told as an error beside the steps; a socket that QEMU is to listen at is not tried out.
      """
  )

  @OptionGroup var target: TargetOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let targets = try target.targets(input, output.format)
      let scope = try definitions.scope()
      let lines = SharedOutput()
      let run = TargetRun(connection, target, lines, output.format)
      let outcomes = await run.each(of: targets) { domain, target, documents throws(HotPlugError) in
        let plan = try await domain.plan(
          documents,
          scope,
          ownership: self.target.ownership,
          checksHost: !self.target.noHostCheck
        )
        tell(plan, of: target, lines)
        if plan.steps.contains(where: { $0.obstacle != nil }) { return .failed }
        return plan.isEmpty ? .unchanged : .changed
      }
      try run.end(outcomes + Array(repeating: .failed, count: targets.unreadable), mayChange: false)
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  #if Libvirt
    private func tell(_ plan: DomainPlan, of target: PlanTarget, _ output: SharedOutput) {
      let format = self.output.format
      let steps = plan.steps.filter { format == .json || $0.action != .none }
      let lines = steps.map { step in
        switch format {
        case .json: "\(step.json(of: target))\n"
        case .text: "\(target.place): \(step.sentence)\n"
        }
      }
      output.write(lines.joined())
      for obstacle in plan.steps.compactMap(\.obstacle) {
        StandardError.write("error", obstacle, at: target.place)
      }
      if plan.isEmpty { output.tellNothingToDo(of: target, format) }
    }
  #endif
}
