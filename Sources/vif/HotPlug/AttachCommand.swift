import ArgumentParser
import LibvirtAttach

/// Plugs what a file describes into a guest.
struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Plugs the interfaces that a file describes into a guest.",
    discussion: """
      The file holds os-vif primitives as for 'vif xml', with --from records of OpenStack's, or \
      libvirt's own elements. Several items are plugged in one after the other, up to the first that fails. Without --live, \
      --config, --current or --persistent, every definition that the domain has is changed. A \
      device's alias is ua-vif- and its VIF's id, by which 'vif detach DOMAIN vif:ID' finds it. One \
      that is there already as it is asked for is left as it is; one that differs is an error \
      without --update or --replace.
      """
  )

  @OptionGroup var items: ItemOptions

  @Flag(help: "Change what is there and differs, as far as libvirt can.")
  var update = false

  @Flag(help: "Change what is there and differs, with a new interface in its place if need be.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "How long an item may take; without it, as long as one call.",
      valueName: "seconds"
    )
  )
  var timeout: Double?

  @Flag(help: "Say what is going on while a guest is waited for.")
  var verbose = false

  func validate() throws {
    if let timeout { try Seconds.check(timeout, of: "--timeout") }
  }

  func run() async throws {
    #if Libvirt
      let options = ChangeOptions(
        onDifference: replace ? .replace : update ? .update : .refuse,
        timeout: timeout.map(Duration.seconds)
      )
      try await items.change(options, isVerbose: verbose) {
        (domain, document, scope, options) throws(HotPlugError) in
        try await domain.attach(document, scope, options)
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }
}
