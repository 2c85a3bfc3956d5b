import ArgumentParser
import LibvirtAttach

/// Takes an interface off a guest.
struct DetachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach",
    abstract: "Takes an interface off a guest, and makes sure that it is off.",
    discussion: """
      A selector is mac:ADDRESS (or the bare address), alias:NAME, target:DEVICE, pci:ADDRESS (the \
      guest's) or index:N (from 1, as 'vif list' has them). A guest gives a device up in its own \
      time: one that it still has after the timeout ends the command with exit status 4.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The interface.", transform: InterfaceSelector.init(argument:))
  var interface: InterfaceSelector

  @Option(
    help: ArgumentHelp("How long the guest may take to give it up.", valueName: "seconds")
  )
  var timeout = 20.0

  @OptionGroup var options: ConnectionOptions

  func validate() throws {
    let day = 86_400.0
    guard (0...day).contains(timeout) else {
      throw ValidationError("--timeout takes seconds, from 0 to \(Int(day))")
    }
  }

  func run() async throws {
    #if Libvirt
      let connection = try await options.open()
      let scope = try options.scope()
      let report: ChangeReport
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        report = try await domain.detach(interface, scope, timeout: .seconds(timeout))
      } catch {
        throw HotPlugFailure(error).told(in: options.format)
      }
      try tell(report)
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  private func tell(_ report: ChangeReport) throws {
    let isStillAttached = report.live == .stillAttached
    let interface = report.interface?.summary ?? "\(interface)"
    switch options.format {
    case .json: print(report.json(status: isStillAttached ? "still-attached" : "detached"))
    case .text where !report.changed.isEmpty:
      print("detached \(interface) from \(domain): \(report.changed)")
    case .text: break
    }
    guard isStillAttached else { return }
    StandardError.write(
      """
      error: the guest still has \(interface) after \(Duration.seconds(timeout)): it was asked to give it up, \
      and may do so later, at the latest when it is reset
      """
    )
    throw ExitStatus.stillAttached
  }
}
