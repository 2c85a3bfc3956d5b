import Foundation

/// The processes of Open vSwitch, for tests that have the lab to themselves.
extension LabHost {
  /// Runs `body` while the switch stands still, and so answers nobody.
  package func withFrozenSwitch(_ body: () async throws -> Void) async throws {
    let process = try await process("^/usr/lib/openvswitch-switch-dpdk/ovs-vswitchd")
    guard kill(process, SIGSTOP) == 0 else { throw Self.noSwitch }
    try await always({ kill(process, SIGCONT) }, after: body)
  }

  /// Runs `body` while the switch's database is gone.
  package func withoutSwitchDatabase(_ body: () async throws -> Void) async throws {
    let process = try await process("^ovsdb-server ")
    guard kill(process, SIGKILL) == 0 else { throw Self.noSwitch }
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    try await always(
      { try await run(tests.appending(path: "host/switch-database.sh").path) },
      after: body
    )
  }

  private func process(_ pattern: String) async throws -> pid_t {
    let text = try await run("pgrep", "--full", "--newest", pattern)
    guard let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Self.noSwitch
    }
    return process
  }

  private static let noSwitch = Failure(command: ["Open vSwitch"], errors: "does not run")
}
