import ArgumentParser
import Glibc

/// The command-line tool.
@main
struct VIFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vif",
    abstract: "Turns descriptions of guest NIC backends into libvirt XML, and plugs them in.",
    discussion: """
      Exit status: 0 done, 1 refused or failed, 2 usage or unreadable input, 3 not found or \
      ambiguous, 4 timed out with the device still there, 5 rolled back.
      """,
    version: "0.1.0",
    subcommands: [
      XMLCommand.self, ImportCommand.self, MatchCommand.self, FormatCommand.self,
      InterfaceCheckCommand.self,
      DiffCommand.self,
      ObjectCommand.self, DomainCommand.self, GoldenCommand.self, AttachCommand.self,
      ListCommand.self, UpdateCommand.self, DetachCommand.self, WatchCommand.self, PlanCommand.self,
      ApplyCommand.self,
      ExplainCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parsed()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withStatusOf: error)
    }
  }

  /// The command that the arguments are of.
  ///
  /// One that they name, and that understands them, is asked by itself: to look through all commands
  /// takes most of the time that a short run has. What is wrong is told by the whole tool.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    let named = configuration.subcommands.first { command in
      command.configuration.commandName == arguments.first
    }
    let command = try? named?.parseAsRoot(Array(arguments.dropFirst()))
    return try command ?? parseAsRoot()
  }

  /// Ends the process: what ArgumentParser calls a usage error has status 2 here, as for `grep`.
  private static func exit(withStatusOf error: any Error) -> Never {
    if let status = error as? ExitStatus { Glibc.exit(status.rawValue) }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      var status = ExitStatus.done
      do throws(ExitStatus) {
        try StandardOutput.write(message + "\n")
      } catch {
        status = error
      }
      Glibc.exit(status.rawValue)
    }
    if !message.isEmpty { StandardError.writeText(message) }
    Glibc.exit((code == .validationFailure ? ExitStatus.usage : .failed).rawValue)
  }
}
