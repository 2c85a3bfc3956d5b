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
      place of the old one.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; - is standard input.")
  var file: String

  @Flag(help: "Put a new interface in the place of one that cannot be changed.")
  var replace = false

  @Flag(help: "Do not look for bridges, devices and sockets on the host.")
  var noHostCheck = false

  @OptionGroup var patience: PatienceOptions

  @OptionGroup var input: InputOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let documents = try AttachInput(file, input, input.deviceSource(), output.format).documents
      let scope = try definitions.scope()
      let narration = patience.verbose ? WaitingNarration() : nil
      defer { narration?.end() }
      let options = ChangeOptions(
        onDifference: replace ? .replace : .update,
        checksHost: !noHostCheck,
        patience: patience.patience
      ) { narration?.tell($0) }
      let connection = try await connection.open(telling: output.format)
      try await ItemChanges(documents: documents, format: output.format).run(on: connection, domain)
      {
        (domain, document) throws(HotPlugError) in
        try await domain.update(document, scope, options)
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }
}
