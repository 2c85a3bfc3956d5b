import ArgumentParser
import Diagnostics
import LibvirtAttach

/// Which of a domain's definitions a command is for, in virsh's words.
struct DefinitionOptions: ParsableArguments {
  @Flag(help: "The running guest.")
  var live = false

  @Flag(help: "The stored configuration.")
  var config = false

  @Flag(help: "The running guest if there is one, else the stored configuration.")
  var current = false

  @Flag(help: "The stored configuration, and the running guest if there is one.")
  var persistent = false

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
