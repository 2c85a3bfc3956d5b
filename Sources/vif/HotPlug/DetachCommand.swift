import ArgumentParser
import LibvirtAttach

/// Takes a device off a guest.
struct DetachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach",
    abstract: "Takes an interface off a guest, and makes sure that it is off.",
    discussion: """
      A selector is mac:ADDRESS (or the bare address), alias:NAME, target:DEVICE, pci:ADDRESS (the \
      guest's), index:N (from 1, as 'vif list' has them) or vif:ID (of the VIF that it was attached \
      for). A guest gives a device up in its own time: one that it still has after all attempts \
      ends the command with exit status 4, and the stored configuration is left alone.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The interface.", transform: InterfaceSelector.init(argument:))
  var interface: InterfaceSelector

  @Flag(help: "Succeed without a change when there is no such interface.")
  var ifPresent = false

  @OptionGroup var patience: PatienceOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let scope = try definitions.scope()
      let connection = try await connection.open(telling: output.format)
      let narration = patience.verbose ? WaitingNarration() : nil
      let report: ChangeReport
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        report = try await domain.detach(
          interface,
          scope,
          patience: patience.patience,
          ifPresent: ifPresent
        ) { narration?.tell($0) }
        narration?.end()
      } catch {
        narration?.end()
        throw HotPlugFailure(error).told(in: output.format)
      }
      try tell(report)
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  private func tell(_ report: ChangeReport) throws {
    for warning in report.warnings { StandardError.write("warning", warning) }
    let device = report.device?.summary ?? "\(interface)"
    let status =
      if report.obstacle != nil { "still-attached" } else {
        report.device == nil ? "absent" : "detached"
      }
    switch output.format {
    case .json: try StandardOutput.write("\(report.json(status: status))\n")
    case .text where report.device == nil:
      try StandardOutput.write("\(domain) has no \(device): nothing to do\n")
    case .text where !report.changed.isEmpty:
      let end = report.live == .guestEnded ? " (the guest has ended)" : ""
      try StandardOutput.write("detached \(device) from \(domain): \(report.changed)\(end)\n")
    case .text: break
    }
    guard let obstacle = report.obstacle else { return }
    StandardError.write(
      """
      error: the guest still has \(device): \(obstacle.words(report.attempts)); it may give it up \
      later, at the latest when it is reset, and the stored configuration was left alone
      """
    )
    throw ExitStatus.stillAttached
  }
}
