/// Runs the built `vif`.
package func tool(_ arguments: String...) async throws -> Command { try await tool(arguments) }

/// Runs the built `vif`.
package func tool(_ arguments: [String]) async throws -> Command {
  try await Command(Tool.path, arguments)
}

/// Runs a shell script.
///
/// The built tool is `$VIF` in it, and the arguments are `$1`, `$2` and so on.
package func shell(_ script: String, _ arguments: String...) async throws -> Command {
  try await Command("/bin/sh", ["-c", "VIF=$0\n\(script)", Tool.path] + arguments)
}

/// The program under test.
package enum Tool {
  /// Its path.
  ///
  /// SwiftPM puts the tests' program and the package's own side by side.
  package static let path: String = {
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
    return (folder.dropLast() + ["vif"]).joined(separator: "/")
  }()
}
