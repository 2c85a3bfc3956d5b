import ArgumentParser
import LibvirtAttach

/// Lists a guest's interfaces.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the interfaces of a guest.",
    discussion: """
      Those of the running guest if there is one, else of the stored configuration; --live and \
      --config ask for one of them.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @OptionGroup var options: ConnectionOptions

  func run() async throws {
    #if Libvirt
      let connection = try await options.open()
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        let definition: Definition
        switch (options.live, options.config) {
        case (true, _): definition = .live
        case (false, true): definition = .config
        case (false, false): definition = try await domain.isActive ? .live : .config
        }
        tell(try await domain.interfaces(in: definition))
      } catch {
        throw HotPlugFailure(error).told(in: options.format)
      }
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  func validate() throws {
    if options.persistent || options.live && options.config {
      throw ValidationError("a list is of one definition: --live, --config or --current")
    }
  }

  private func tell(_ interfaces: [AttachedInterface]) {
    switch options.format {
    case .json: for interface in interfaces { print(interface.json) }
    case .text: print(InterfaceTable(interfaces))
    }
  }
}
