import Foundation

extension LabHost {
  /// Another libvirtd of the host: an unprivileged user's, which runs no guests but keeps domains.
  package struct SecondDaemon: Sendable {
    let host: LabHost

    /// Its socket.
    package var socket: String { "\(host.folder)/second/run/libvirt-sock" }
    /// Its URI over the socket.
    package var uri: String { "qemu+unix:///session?socket=\(socket)" }
    /// Its URI over TCP.
    package var tcp: String { "qemu+tcp://192.0.2.1:16509/session" }

    /// Defines a domain without NICs.
    package func define(_ name: String) async throws {
      let path = "\(host.folder)/second/\(name).xml"
      let xml = """
        <domain type='qemu'><name>\(name)</name><memory unit='MiB'>32</memory>\
        <os><type arch='x86_64' machine='q35'>hvm</type></os></domain>
        """
      try xml.write(toFile: path, atomically: true, encoding: .utf8)
      try await host.run("virsh", "-q", "-c", uri, "define", path)
    }

    /// Stops it without ending it, so that it answers nobody.
    package func freeze() throws { try signal(SIGSTOP) }

    /// Lets it go on.
    package func thaw() throws { try signal(SIGCONT) }

    fileprivate func end() throws { try signal(SIGKILL) }

    private func signal(_ number: CInt) throws {
      let text = host.text(of: "second/pid").trimmingCharacters(in: .whitespacesAndNewlines)
      guard let process = pid_t(text), kill(process, number) == 0 else {
        throw Failure(command: ["libvirtd"], errors: "the second one does not run")
      }
    }
  }

  /// Runs `body` while there is a second daemon.
  package func withSecondDaemon(_ body: (SecondDaemon) async throws -> Void) async throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    // Two at once would take each other's places.
    let lock = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    defer { close(lock) }
    while flock(lock, LOCK_EX | LOCK_NB) != 0 { try await Task.sleep(for: .milliseconds(50)) }
    try await run(tests.appending(path: "host/second-libvirtd.sh").path)
    let second = SecondDaemon(host: self)
    try await always({ try second.end() }) { try await body(second) }
  }
}
