import Foundation

extension LabHost {
  /// Runs `body` with a URI of the host's libvirtd that is never answered when a domain is looked up by
  /// its name for the first time; every other call is.
  package func withholdingFirstLookup(_ body: (_ uri: String) async throws -> Void) async throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = "\(folder)/withheld-\(UUID().uuidString)"
    // REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME
    let text = try await run(
      "python3",
      tests.appending(path: "host/withhold.py").path,
      path,
      socket,
      "23"
    )
    guard let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure(command: ["withhold.py"], errors: "it does not run")
    }
    try await always({ kill(process, SIGKILL) }) {
      try await body("qemu+unix:///system?socket=\(path)")
    }
  }
}
