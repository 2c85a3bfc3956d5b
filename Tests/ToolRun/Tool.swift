import Lab

/// Runs the built `vif`.
func tool(_ arguments: String...) async throws -> Command { try await tool(arguments) }

/// Runs the built `vif`.
func tool(_ arguments: [String]) async throws -> Command {
  // SwiftPM puts the tests' program and the package's own side by side.
  let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
  return try await Command((folder.dropLast() + ["vif"]).joined(separator: "/"), arguments)
}
