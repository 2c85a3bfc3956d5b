import Foundation
import ToolRun

/// A guest that runs on between the processes that open its embedded driver, one after the other.
package struct GuestBetweenProcesses: Sendable {
  /// A command that had to work and did not.
  package struct Failure: Error {
    let errors: String
  }

  /// The driver's URI.
  package let uri: String
  /// The guest's name.
  package let name: String
  /// A folder for a test's own files.
  package let folder: String

  /// Runs `body` with a guest, and leaves no process and no file behind.
  package static func with(
    _ name: String,
    _ body: (GuestBetweenProcesses) async throws -> Void
  ) async throws {
    let root = try LabRoot()
    let guest = GuestBetweenProcesses(
      uri: "qemu:///embed?root=\(root.path)",
      name: name,
      folder: root.path
    )
    let result: Result<Void, any Error>
    do {
      let definition = try guest.file("guest.xml", GuestDefinition(name: name).description)
      try await guest.virsh("define", definition)
      try await guest.virsh("start", name)
      try await body(guest)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    // The driver may see QEMU end before its own request is answered, and calls that a failure.
    try? await guest.virsh("destroy", name)
    try root.remove()
    try result.get()
  }

  /// Writes a file, and gives its path.
  package func file(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func virsh(_ arguments: String...) async throws {
    let command = try await Command("virsh", ["-q", "-c", uri] + arguments)
    guard command.status == 0 else { throw Failure(errors: command.errors) }
  }
}
