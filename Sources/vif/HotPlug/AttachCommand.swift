import ArgumentParser
import LibvirtAttach

/// Plugs what a file describes into a guest.
struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Plugs the interfaces that a file describes into a guest.",
    discussion: """
      Several items are plugged in one after the other, up to the first that fails. Without --live, \
      --config, --current or --persistent, every definition that the domain has is changed. A \
      device's alias is ua-vif- and its VIF's id, by which 'vif detach DOMAIN vif:ID' finds it.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; - is standard input.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "How long an item may take; without it, as long as one call.",
      valueName: "seconds"
    )
  )
  var timeout: Double?

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func validate() throws {
    if let timeout { try Seconds.check(timeout, of: "--timeout") }
  }

  func run() async throws {
    #if Libvirt
      let documents = try AttachInput(file, translation, output.format).documents
      let scope = try definitions.scope()
      let connection = try await connection.open(telling: output.format)
      var attached = 0
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        for document in documents {
          let report = try await domain.attach(
            document,
            scope,
            timeout: timeout.map(Duration.seconds)
          )
          tell(report, domain: domain.name)
          attached += 1
        }
      } catch {
        let item = documents.count > 1 ? (number: attached + 1, count: documents.count) : nil
        let status = HotPlugFailure(error).told(in: output.format, item: item)
        if attached > 0 {
          StandardError.write("note: \(attached) of \(documents.count) items stay attached")
        }
        throw status
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  private func tell(_ report: ChangeReport, domain: String) {
    switch output.format {
    case .json: StandardOutput.write("\(report.json(status: "attached"))\n")
    case .text:
      let device = report.device?.summary ?? "the device"
      StandardOutput.write("attached \(device) to \(domain): \(report.changed)\n")
    }
  }
}
