import ArgumentParser

/// `vif object`: os-vif objects as they are, without libvirt.
struct ObjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "object",
    abstract: "Checks, converts and describes os-vif objects of every class.",
    subcommands: [Convert.self, Check.self, Versions.self, Schema.self]
  )
}
