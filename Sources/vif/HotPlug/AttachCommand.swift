import ArgumentParser
import LibvirtAttach

/// Plugs what a file describes into a guest.
struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Plugs the interfaces that a file describes into a guest.",
    discussion: """
      Several items are plugged in one after the other, up to the first that fails. Without --live, \
      --config, --current or --persistent, every definition that the domain has is changed.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; - is standard input.")
  var file: String

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var options: ConnectionOptions

  func run() async throws {
    #if Libvirt
      let documents = try AttachInput(file, translation, options.format).documents
      let connection = try await options.open()
      let scope = try options.scope()
      var attached = 0
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        for document in documents {
          tell(try await domain.attach(document, scope), domain: domain.name)
          attached += 1
        }
      } catch {
        let item = documents.count > 1 ? (number: attached + 1, count: documents.count) : nil
        let status = HotPlugFailure(error).told(in: options.format, item: item)
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
    switch options.format {
    case .json: print(report.json(status: "attached"))
    case .text:
      let interface = report.interface?.summary ?? "the device"
      print("attached \(interface) to \(domain): \(report.changed)")
    }
  }
}
