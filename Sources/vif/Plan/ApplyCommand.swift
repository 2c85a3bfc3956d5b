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
      stay. When a step fails, those before it are undone, which is told of each (exit status 5). It can be cut off at any \
      moment and run again. What can be seen to stand against a step is told before the first, and \
      nothing is done. With several domains, one that fails does not stop the others, nor does a host \
      that does not answer.
      """
  )

  @OptionGroup var target: TargetOptions

  @Flag(help: "Put a new interface in the place of one that cannot be changed.")
  var replace = false

  @OptionGroup var patience: PatienceOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let targets = try target.targets(input, output.format)
      let scope = try definitions.scope()
      let narration = patience.verbose ? WaitingNarration() : nil
      let options = options(target.ownership)
      let lines = SharedOutput()
      let run = TargetRun(connection, target, lines, output.format)
      let outcomes = await run.each(of: targets) { domain, target, documents throws(HotPlugError) in
        var options = options
        options.progress = { narration?.tell($0, of: domain.name) }
        let reports = try await domain.apply(documents, scope, options) {
          tell($0, of: target, lines)
        } undone: {
          tell($0, of: target, lines)
        }
        if reports.isEmpty { lines.tellNothingToDo(of: target, output.format) }
        if reports.contains(where: { $0.report.obstacle != nil }) { return .stillAttached }
        return reports.isEmpty ? .unchanged : .changed
      }
      narration?.end()
      try run.end(outcomes + Array(repeating: .failed, count: targets.unreadable))
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  #if Libvirt
    private func options(_ ownership: Ownership) -> ChangeOptions {
      var options = ChangeOptions(
        onDifference: replace ? .replace : .update,
        checksHost: !target.noHostCheck,
        patience: patience.patience
      )
      options.ownership = ownership
      return options
    }

    private func tell(_ report: StepReport, of target: PlanTarget, _ lines: SharedOutput) {
      for warning in report.report.warnings {
        StandardError.write("warning", warning, at: target.place)
      }
      switch output.format {
      case .json: lines.write("\(report.json(of: target))\n")
      case .text: lines.write("\(target.place): \(report.sentence)\n")
      }
      guard let obstacle = report.report.obstacle else { return }
      let device = report.report.device?.summary ?? "the device"
      StandardError.write(
        "error: \(target.place): the guest still has \(device): "
          + obstacle.words(report.report.attempts)
      )
    }

    private func tell(_ report: UndoReport, of target: PlanTarget, _ lines: SharedOutput) {
      for failure in report.failures {
        let reason = HotPlugFailure(failure).text
        StandardError.write("error: \(target.place): not undone: \(report.step.name): \(reason)")
      }
      switch output.format {
      case .json: lines.write("\(report.json(of: target))\n")
      case .text where report.isUndone:
        lines.write("\(target.place): undone: \(report.step.name)\n")
      case .text: break
      }
    }
  #endif
}
