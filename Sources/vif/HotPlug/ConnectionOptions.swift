import ArgumentParser
import Diagnostics
import LibvirtAttach

/// What the commands that talk to libvirt have in common.
struct ConnectionOptions: ParsableArguments {
  /// How a command writes what it did or found.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The hypervisor's URI, as qemu:///system.",
      discussion: "Without it, LIBVIRT_DEFAULT_URI counts, then libvirt's own choice.",
      valueName: "uri"
    )
  )
  var connect: String?

  @Flag(help: "The running guest.")
  var live = false

  @Flag(help: "The stored configuration.")
  var config = false

  @Flag(help: "The running guest if there is one, else the stored configuration.")
  var current = false

  @Flag(help: "The stored configuration, and the running guest if there is one.")
  var persistent = false

  @Option(help: "How to write the outcome: text, or json (one object a line).")
  var format = Format.text

  func validate() throws {
    do {
      _ = try scope()
    } catch {
      throw ValidationError(error.problem)
    }
  }

  /// The definitions that the command is for.
  func scope() throws(Diagnostic) -> AttachScope {
    try AttachScope(live: live, config: config, current: current, persistent: persistent)
  }
}
