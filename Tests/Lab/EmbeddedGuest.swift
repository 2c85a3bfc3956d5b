#if Libvirt
  import Foundation
  package import LibvirtAttach

  /// A guest of an embedded host.
  package struct EmbeddedGuest: Sendable {
    /// The guest, as the package sees it.
    package let domain: Domain
    let control: GuestControl
    let queue: CallQueue
    let root: LabRoot

    /// The hypervisor's process is not there.
    package struct NoProcess: Error {}

    /// Resets the guest: QEMU then takes the devices that the guest was asked for.
    package func reset() async throws(LibvirtError) {
      try await queue.run { [control, domain] () throws(LibvirtError) in
        try control.reset(domain.name)
      }
    }

    /// Pauses the guest.
    package func suspend() async throws(LibvirtError) {
      try await queue.run { [control, domain] () throws(LibvirtError) in
        try control.suspend(domain.name)
      }
    }

    /// Stops the hypervisor's process, so that it answers nobody.
    package func freeze() throws { try signal(SIGSTOP) }

    /// Lets the hypervisor's process go on.
    package func thaw() throws { try signal(SIGCONT) }

    private func signal(_ number: CInt) throws {
      let text = try String(
        contentsOfFile: "\(root.path)/run/qemu/\(domain.name).pid",
        encoding: .utf8
      )
      guard let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)),
        kill(process, number) == 0
      else { throw NoProcess() }
    }

    /// Stops the guest at once.
    package func destroy() async throws(LibvirtError) {
      try await queue.run { [control, domain] () throws(LibvirtError) in
        try control.destroy(domain.name)
      }
    }
  }
#endif
