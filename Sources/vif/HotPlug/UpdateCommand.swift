import ArgumentParser
import LibvirtAttach

/// Changes interfaces of a guest in their place.
struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Changes interfaces of a guest to what a file describes.",
    discussion: """
      Each is found by the alias of its VIF's id. While the guest runs, libvirt can change the link, \
      bandwidth, VLAN tags, filter, bridge, isolation and coalescing, and from 10.0 on the trust in \
      receive filters; anything else is an error, unless --replace has a new interface put in the \
      place of the old one. A replacement that was cut off is finished then, too.
      """
  )

  @OptionGroup var items: ItemOptions

  @Flag(help: "Put a new interface in the place of one that cannot be changed.")
  var replace = false

  @OptionGroup var patience: PatienceOptions

  func run() async throws {
    #if Libvirt
      let options = ChangeOptions(
        onDifference: replace ? .replace : .update,
        patience: patience.patience
      )
      try await items.change(options, isVerbose: patience.verbose) {
        (domain, document, scope, options) throws(HotPlugError) in
        try await domain.update(document, scope, options)
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }
}
