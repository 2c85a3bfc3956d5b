import ArgumentParser
import LibvirtAttach

/// How long a guest is waited for.
struct PatienceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How often a guest is asked to give an interface up.",
      valueName: "number"
    )
  )
  var attempts = 8

  @Option(
    help: ArgumentHelp("How long the guest may take each time.", valueName: "seconds")
  )
  var timeout = 20.0

  @Flag(help: "Say what is going on while a guest is waited for.")
  var verbose = false

  func validate() throws {
    try Seconds.check(timeout, of: "--timeout")
    guard (1...1000).contains(attempts) else {
      throw ValidationError("--attempts takes a number from 1 to 1000")
    }
  }

  /// What the options ask for.
  var patience: DetachPatience { DetachPatience(attempts: attempts, timeout: .seconds(timeout)) }
}
