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

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; - is standard input.")
  var file: String

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

  @Flag(help: "Do not look for bridges, devices and sockets on the host.")
  var noHostCheck = false

  @Flag(help: "Say what is going on while a guest is waited for.")
  var verbose = false

  @OptionGroup var input: InputOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func validate() throws {
    if let timeout { try Seconds.check(timeout, of: "--timeout") }
  }

  func run() async throws {
    #if Libvirt
      let documents = try AttachInput(file, input, input.deviceSource(), output.format).documents
      let scope = try definitions.scope()
      let narration = verbose ? WaitingNarration() : nil
      defer { narration?.end() }
      let options = ChangeOptions(
        onDifference: replace ? .replace : update ? .update : .refuse,
        timeout: timeout.map(Duration.seconds),
        checksHost: !noHostCheck
      ) { narration?.tell($0) }
      let connection = try await connection.open(telling: output.format)
      try await ItemChanges(documents: documents, format: output.format).run(on: connection, domain)
      {
        (domain, document) throws(HotPlugError) in
        try await domain.attach(document, scope, options)
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }
}
