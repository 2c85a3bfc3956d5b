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
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let text = requestedText(arguments) {
        try StandardOutput.write(text + "\n")
      } else if let task = PlainCommands.task(of: arguments) {
        try task.run()
      } else {
        var command = try parsed(arguments)
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      }
    } catch {
      exit(withStatusOf: error)
    }
  }

  /// The text that arguments ask for and for nothing else; the library would make it twice.
  private static func requestedText(_ arguments: [String]) -> String? {
    switch (arguments.count, arguments.first, arguments.last) {
    case (0, _, _), (1, "--help", _), (1, "-h", _), (1, "help", _): helpMessage()
    case (1, "--version", _): configuration.version
    case (2, let name, "--help"), (2, let name, "-h"): named(name).map { helpMessage(for: $0) }
    case (2, "--generate-completion-script", let shell?):
      CompletionShell(rawValue: shell).map(completionScript(for:))
    default: nil
    }
  }

  /// The command of a name, if there is one.
  private static func named(_ name: String?) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }

  /// The command that the arguments are of.
  ///
  /// One that they name, and that understands them, is asked by itself: to look through all commands
  /// takes most of the time that a short run has. What is wrong is told by the whole tool, and so is
  /// what help they ask for.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let command = try? named(arguments.first)?.parseAsRoot(Array(arguments.dropFirst()))
    if let command, type(of: command).configuration.commandName != "help" { return command }
    return try parseAsRoot()
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
