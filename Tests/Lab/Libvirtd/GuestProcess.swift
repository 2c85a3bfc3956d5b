import Foundation

/// A guest's hypervisor: QEMU's process.
extension LabGuest {
  /// Ends it at once.
  package func killHypervisor() throws { try signal(SIGKILL) }

  /// Stops it without ending it: nobody gets an answer of its monitor then.
  package func freezeHypervisor() throws { try signal(SIGSTOP) }

  /// Lets it go on.
  package func thawHypervisor() throws { try signal(SIGCONT) }

  private func signal(_ number: CInt) throws {
    let file = "/run/libvirt/qemu/\(name).pid"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    guard let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)),
      kill(process, number) == 0
    else { throw LabHost.Failure(command: ["kill", file], errors: "no such hypervisor") }
  }
}
