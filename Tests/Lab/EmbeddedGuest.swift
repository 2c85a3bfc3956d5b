#if Libvirt
  package import LibvirtAttach

  /// A guest of an embedded host.
  package struct EmbeddedGuest: Sendable {
    /// The guest, as the package sees it.
    package let domain: Domain
    let control: GuestControl
    let queue: CallQueue

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

    /// Stops the guest at once.
    package func destroy() async throws(LibvirtError) {
      try await queue.run { [control, domain] () throws(LibvirtError) in
        try control.destroy(domain.name)
      }
    }
  }
#endif
