import Foundation

/// The host's libvirtd, for tests that have the lab to themselves: it serves all guests.
extension LabHost {
  /// Whether no other test uses the lab at this time.
  package static var isAlone: Bool { unsafe has(.guests) && getenv("VIF_LAB_ALONE") != nil }

  /// What a test that was skipped since others use the lab says.
  package static let reasonToBeAlone =
    "needs Tests/Lab/with-lab.sh env VIF_LAB_ALONE=1: it ends the daemon that all tests use"

  /// Ends it at once, in the middle of whatever it does.
  package func killDaemon() async throws {
    let process = try daemon
    guard kill(process, SIGKILL) == 0 else { throw Self.noDaemon }
    _ = try await eventually { kill(process, 0) != 0 }
  }

  /// Starts it again, and waits until it answers.
  package func startDaemon() async throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    try await run(tests.appending(path: "host/libvirtd.sh").path)
  }

  /// Starts it again, unless it runs.
  package func startDaemonIfGone() async throws {
    guard let process = try? daemon, kill(process, 0) == 0 else { return try await startDaemon() }
  }

  /// Ends the connections of all of its clients.
  package func cutConnections() async throws {
    let admin = ["-c", "libvirtd:///system?socket=\(folder)/libvirt/libvirt-admin-sock"]
    let list = try await run("virt-admin", admin + ["client-list", "libvirtd"])
    for client in list.split(whereSeparator: \.isNewline).dropFirst(2) {
      guard let number = client.split(separator: " ").first else { continue }
      // One that has gone meanwhile is no failure.
      _ = try? await run("virt-admin", admin + ["client-disconnect", "libvirtd", String(number)])
    }
  }

  /// Stops it without ending it, so that it answers nobody.
  package func freezeDaemon() throws {
    guard kill(try daemon, SIGSTOP) == 0 else { throw Self.noDaemon }
  }

  /// Lets it go on.
  package func thawDaemon() throws {
    guard kill(try daemon, SIGCONT) == 0 else { throw Self.noDaemon }
  }

  /// How many files it has open.
  package var daemonFiles: Int {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/\(try daemon)/fd").count
    }
  }

  private var daemon: pid_t {
    get throws {
      let text = text(of: "libvirt/pid").trimmingCharacters(in: .whitespacesAndNewlines)
      guard let process = pid_t(text) else { throw Self.noDaemon }
      return process
    }
  }

  private static let noDaemon = Failure(command: ["libvirtd"], errors: "does not run")
}
