import ArgumentParser
import LibvirtAttach

/// Lists a guest's network devices.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the interfaces of a guest, and the PCI devices that it is handed.",
    discussion: """
      Those of the running guest if there is one, else of the stored configuration; --live and \
      --config ask for one of them.
      """
  )

  @Argument(help: "The domain's name, UUID or id.")
  var domain: String

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var output: FormatOption

  func run() async throws {
    #if Libvirt
      let connection = try await connection.open(telling: output.format)
      let devices: [AttachedInterface]
      do throws(HotPlugError) {
        let domain = try await connection.domain(named: domain)
        let definition: Definition
        switch (definitions.live, definitions.config) {
        case (true, _): definition = .live
        case (false, true): definition = .config
        case (false, false): definition = try await domain.isActive ? .live : .config
        }
        devices = try await domain.devices(in: definition)
      } catch {
        throw HotPlugFailure(error).told(in: output.format)
      }
      try tell(devices)
    #else
      throw builtWithoutLibvirt()
    #endif
  }

  func validate() throws {
    if definitions.persistent || definitions.live && definitions.config {
      throw ValidationError("a list is of one definition: --live, --config or --current")
    }
  }

  private func tell(_ devices: [AttachedInterface]) throws(ExitStatus) {
    switch output.format {
    case .json: for device in devices { try StandardOutput.write("\(device.json)\n") }
    case .text: try StandardOutput.write("\(DeviceTable(devices))\n")
    }
  }
}
