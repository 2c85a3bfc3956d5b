import ArgumentParser

@main
struct VIFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vif",
    abstract: "Turns descriptions of guest NIC backends into libvirt XML, and plugs them in."
  )
}
