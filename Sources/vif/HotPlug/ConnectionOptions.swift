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

  func validate() throws { try Seconds.check(callTimeout, of: "--call-timeout", from: 0.001) }
}
