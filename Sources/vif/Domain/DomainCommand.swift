import ArgumentParser

/// `vif domain`: whole domain documents, without libvirt.
struct DomainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "domain",
    abstract: "Changes the network devices in a domain's XML.",
    subcommands: [Splice.self]
  )
}
