import ArgumentParser

@main
struct VIFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vif",
    abstract: "Turns descriptions of guest NIC backends into libvirt XML, and plugs them in.",
    subcommands: [AttachCommand.self, ListCommand.self, DetachCommand.self]
  )
}
