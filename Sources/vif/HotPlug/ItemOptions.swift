import ArgumentParser
import LibvirtAttach

/// The items of a file, and the domain that they are for.
struct ItemOptions: ParsableArguments {
  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; - is standard input.")
  var file: String

  @Flag(help: "Do not look for bridges, devices and sockets on the host.")
  var noHostCheck = false

  @OptionGroup var input: InputOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  #if Libvirt
    /// Brings one item after the other to the domain, up to the first that fails.
    ///
    /// - Parameters:
    ///   - options: What may be done, and how long to wait.
    ///   - isVerbose: Whether it is told what a guest is waited for.
    ///   - change: Brings a device's document to the domain.
    func change(
      _ options: ChangeOptions,
      isVerbose: Bool,
      _ change: (Domain, String, AttachScope, ChangeOptions) async throws(HotPlugError) ->
        ChangeReport
    ) async throws {
      let documents = try AttachInput(file, input, input.deviceSource(), output.format).documents
      let scope = try definitions.scope()
      let narration = isVerbose ? WaitingNarration() : nil
      defer { narration?.end() }
      var options = options
      options.checksHost = !noHostCheck
      options.progress = { narration?.tell($0) }
      let connection = try await connection.open(telling: output.format)
      let changes = ItemChanges(documents: documents, format: output.format)
      try await changes.run(on: connection, domain) { domain, document throws(HotPlugError) in
        try await change(domain, document, scope, options)
      }
    }
  #endif
}
