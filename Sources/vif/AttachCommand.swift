import ArgumentParser
import Diagnostics
import LibvirtAttach

/// Plugs what a file describes into a guest.
struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Plugs the VIFs of a file into a guest.",
    discussion: """
      The file holds what 'vif xml' takes. All items are translated first, then plugged in one after \
      the other, up to the first that fails. Without --live, --config, --current or --persistent, \
      every definition that the domain has is changed.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @Argument(help: "The file with the items; '-' is the standard input.")
  var file: String

  @OptionGroup var translation: TranslationOptions

  @OptionGroup var options: ConnectionOptions

  func run() async throws {
    #if Libvirt
      let input = try AttachInput(file, translation, tellingIn: options.format)
      let connection = try await options.open()
      let scope = try options.scope()
      var attached = 0
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        for document in input.documents {
          tell(try await domain.attach(document, scope), domain: domain.name)
          attached += 1
        }
      } catch {
        let count = input.documents.count
        let status = HotPlugFailure(error).told(
          in: options.format,
          item: (number: attached + 1, count: count)
        )
        if attached > 0 {
          StandardError.write("note: \(attached) of \(count) items stay attached")
        }
        throw status
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  private func tell(_ report: ChangeReport, domain: String) {
    switch options.format {
    case .json: StandardOutput.write("\(report.json(status: "attached"))\n")
    case .text:
      let interface = report.interface?.summary ?? "the device"
      StandardOutput.write("attached \(interface) to \(domain): \(report.changed)\n")
    }
  }
}
