/// What a look from outside shows of a NIC: through virsh, QEMU itself, and `ip`.
package struct OutsideView: Equatable, Sendable {
  /// Whether libvirt lists it for the running guest.
  package let live: Bool
  /// Whether libvirt lists it in the stored configuration.
  package let config: Bool
  /// Whether QEMU has it, whatever libvirt knows.
  package let hypervisor: Bool
  /// Whether the host has its device.
  package let hostDevice: Bool

  /// Whether it is nowhere.
  package var isAbsent: Bool { !live && !config && !isHalf }
  /// Whether something of it is there that libvirt does not know of.
  package var isHalf: Bool { !live && (hypervisor || hostDevice) }
}

extension LabGuest {
  /// Looks for the NIC with this address.
  ///
  /// - Parameter target: The name of the host's device; nil if it has none, or not one of its own.
  package func view(of mac: String, target: String?) async throws -> OutsideView {
    let isActive = try await isActive
    let domain = try await virsh(["list", "--all", "--name"]).split(whereSeparator: \.isNewline)
    let exists = domain.contains { $0 == name }
    let monitor = isActive ? try await monitor("info network") : ""
    let links = try await host.links
    return OutsideView(
      live: isActive ? try await virsh(["domiflist", name]).contains(mac) : false,
      config: exists ? try await stored(mac) : false,
      hypervisor: monitor.contains("macaddr=\(mac)"),
      hostDevice: links.contains { $0.name == target }
    )
  }

  /// Whether a guest runs.
  package var isActive: Bool {
    get async throws {
      try await virsh(["list", "--name"]).split(whereSeparator: \.isNewline).contains { $0 == name }
    }
  }

  /// How many NICs QEMU has.
  package var nicCount: Int {
    get async throws {
      try await monitor("info network").split(whereSeparator: \.isNewline).count {
        $0.contains("macaddr=")
      }
    }
  }

  /// Whether these, and no others, come to be the running guest's NICs by libvirt's own word; each is told
  /// by the name of its device on the host.
  ///
  /// The host's device goes with QEMU's NIC, before libvirt hears that the guest gave it up.
  package func comesToHave(_ targets: String...) async throws -> Bool {
    try await host.eventually {
      let lines = try await virsh("domiflist", name).split(whereSeparator: \.isNewline)
      return lines.map { String($0.split(separator: " ")[0]) } == targets
    }
  }

  /// What QEMU's own monitor answers.
  @discardableResult
  package func monitor(_ command: String) async throws -> String {
    try await virsh(["qemu-monitor-command", name, "--hmp", command])
  }

  private func stored(_ mac: String) async throws -> Bool {
    let isPersistent = try await virsh(["list", "--all", "--persistent", "--name"])
      .split(whereSeparator: \.isNewline).contains { $0 == name }
    guard isPersistent else { return false }
    return try await virsh(["domiflist", name, "--inactive"]).contains(mac)
  }
}
