/// A guest of the lab's libvirtd.
package struct LabGuest: Sendable {
  /// What a guest does when a NIC is to leave.
  package enum Kind: String, Sendable {
    /// Linux, which gives it up in a tenth of a second.
    case prompt
    /// Linux, which gives it up after libvirt's call has returned: in over six seconds.
    case late
    /// No system: nothing, until it is reset.
    case deaf
  }

  /// The host that it runs on.
  package let host: LabHost
  /// The domain's name.
  package let name: String
  /// What it does.
  package let kind: Kind

  /// The NICs that its own system sees, as it has told last; none before it is up.
  package var nics: [GuestNIC] {
    let lines = host.text(of: "console/\(name)").split(whereSeparator: \.isNewline)
    let last = lines.last { $0.hasPrefix(GuestNIC.linePrefix) }
    return last.map { GuestNIC.all(in: $0) } ?? []
  }

  /// Whether its system sees a NIC with this address before long.
  package func sees(_ mac: String) async throws -> Bool {
    try await host.eventually { nics.contains { $0.mac == mac } }
  }

  /// Whether its system sees no NIC with this address before long.
  package func misses(_ mac: String) async throws -> Bool {
    try await host.eventually { !nics.contains { $0.mac == mac } }
  }

  /// Resets it: QEMU then takes the devices that the guest was asked for.
  package func reset() async throws { try await virsh("reset", name) }

  /// Pauses it: it answers nothing then.
  package func suspend() async throws { try await virsh("suspend", name) }

  /// Lets it go on.
  package func resume() async throws { try await virsh("resume", name) }

  /// Starts it anew, whatever state it and its hypervisor are in.
  package func renew() async throws {
    try? await destroy()
    try await virsh("define", "\(host.folder)/\(name).xml")
    try await start()
  }

  /// Stops it at once.
  package func destroy() async throws { try await virsh("destroy", name) }

  /// Starts it, and waits until its system is up.
  package func start() async throws {
    try await virsh("start", name)
    guard kind != .deaf else { return }
    let console = "console/\(name)"
    let isUp = try await host.eventually { host.text(of: console).contains(GuestNIC.linePrefix) }
    guard isUp else {
      throw LabHost.Failure(command: ["start", name], errors: host.text(of: console))
    }
  }

  /// Brings it back to how it was defined, running, if it is not.
  func restore() async throws {
    var isAsDefined = try await virsh("domstate", name).hasPrefix("running")
    for definition in [[], ["--inactive"]] where isAsDefined {
      isAsDefined = try await virsh(["domiflist", name] + definition).allSatisfy(\.isNewline)
    }
    guard !isAsDefined else { return }
    try await renew()
  }

  /// Runs a command of virsh's, which has to work.
  @discardableResult
  package func virsh(_ arguments: String...) async throws -> String { try await virsh(arguments) }

  @discardableResult
  func virsh(_ arguments: [String]) async throws -> String {
    try await host.run("virsh", ["-q", "-c", host.uri] + arguments)
  }
}
