import ArgumentParser

/// How the commands that talk to libvirt reach it.
struct ConnectionOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The hypervisor's URI, as qemu:///system.",
      discussion: "Without it, LIBVIRT_DEFAULT_URI counts, then libvirt's own choice.",
      valueName: "uri"
    )
  )
  var connect: String?

  @Flag(name: [.customShort("r"), .long], help: "Open a connection that can change nothing.")
  var readonly = false

  @Option(
    help: ArgumentHelp("How long libvirt may take for one call.", valueName: "seconds")
  )
  var callTimeout = 60.0

  @Option(
    name: [.customShort("k"), .long],
    help: ArgumentHelp(
      "Ask a remote libvirt so often whether it is there; 0 asks never.",
      valueName: "seconds"
    )
  )
  var keepaliveInterval: Int32 = 5

  @Option(
    name: [.customShort("K"), .long],
    help: ArgumentHelp(
      "So many of these may go unanswered before the connection counts as lost.",
      valueName: "number"
    )
  )
  var keepaliveCount: UInt32 = 3

  func validate() throws {
    try Seconds.check(callTimeout, of: "--call-timeout", from: 0.001)
    guard keepaliveInterval >= 0 else {
      throw ValidationError("--keepalive-interval takes seconds, from 0")
    }
  }
}
