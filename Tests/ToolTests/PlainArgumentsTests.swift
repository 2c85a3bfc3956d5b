import ArgumentParser
import SeededRandom
import Testing
import ToolRun

@testable import vif

/// What is done without the library is what it would have done.
struct PlainArgumentsTests {
  /// A command, and what the library makes of its arguments.
  struct Twin: CustomTestStringConvertible, Sendable {
    let name: String
    let usage: String
    let parsed: @Sendable ([String]) throws -> String

    var testDescription: String { name }

    init<Kind: ParsableCommand>(
      _ kind: Kind.Type,
      _ task: @escaping @Sendable (Kind) -> any PlainTask
    ) {
      name = kind._commandName
      usage = kind.usageString()
      parsed = { arguments in
        let command = try #require(kind.parseAsRoot(arguments) as? Kind)
        return String(reflecting: task(command))
      }
    }

    /// The long names that there are.
    var names: [String] {
      let names = usage.split { !$0.isLetter && $0 != "-" }.map(String.init)
      return names.filter { $0.hasPrefix("--") }
    }

    /// What is done without the library; nil when that is asked.
    func plain(_ arguments: [String]) -> String? {
      PlainCommands.task(of: [name] + arguments).map { String(reflecting: $0) }
    }
  }

  static let twins = [
    Twin(XMLCommand.self) { $0.task }, Twin(ImportCommand.self) { $0.task },
    Twin(InterfaceCheckCommand.self) { $0.task }, Twin(FormatCommand.self) { $0.task },
    Twin(DiffCommand.self) { $0.task },
  ]

  /// Names, values of every kind, operands, and what only looks like one of them.
  private static let words = [
    "a", "b.json", "-", "", "é", "-\u{301}", "help", "json", "text", "xml", "vif", "nova",
    "neutron",
    "error", "note", "9.0.0", "99.0.0", "3", "0", "+7", "--", "-h", "-x", "--nope", "--format=json",
    "--form", "--help", "--version", "-1", "--generate-completion-script",
  ]

  @Test(arguments: twins)
  func `plain arguments mean what the library takes them for`(twin: Twin) throws {
    var random = SeededGenerator(seed: 1)
    var untried = Set(twin.names)
    for _ in 0..<1500 {
      let arguments = (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in
        let name = random.once(in: 2) ? twin.names.randomElement(using: &random) : nil
        let word = random.once(in: 9) ? nil : Self.words.randomElement(using: &random)
        return [name, word].compactMap(\.self)
      }
      guard let plain = twin.plain(arguments) else { continue }
      #expect(try plain == twin.parsed(arguments), "\(arguments)")
      untried.subtract(arguments)
    }
    #expect(untried.isEmpty)
  }

  @Test(arguments: [
    ["-h"], ["--format=json"], ["--format", "nonsense"], ["--format"], ["--jobs", "0"],
    ["--", "a"],
    ["--nope"], ["--format", "json", "--format", "json"], ["--guest", "--format", "json"],
    ["a", "--guest"], ["--guest", "-"],
  ])
  func `what is not plain is left to the library`(arguments: [String]) {
    #expect(PlainCommands.task(of: ["xml"] + arguments) == nil)
  }

  @Test func `a comparison wants two operands, and one standard input`() {
    #expect(PlainCommands.task(of: ["diff", "a", "b"]) != nil)
    for operands in [[], ["a"], ["a", "b", "c"], ["-", "-"]] {
      #expect(PlainCommands.task(of: ["diff"] + operands) == nil)
    }
  }

  @Test(arguments: VIFCommand.configuration.subcommands.map { $0._commandName })
  func `the help of a command names it in full, however it is asked for`(name: String) async throws
  {
    let told = try await tool("help", name)
    #expect(told.output.contains("\nUSAGE: vif \(name) "))
    for arguments in [
      [name, "--help"], [name, "-h"], [name, "--help", "a"], [name, "-h", "--help"],
    ] {
      let run = try await tool(arguments)
      #expect(run.status == 0)
      #expect(run.output == told.output, "\(arguments)")
    }
  }

  @Test func `the tool's own help is the same, however it is asked for`() async throws {
    // The last one is the library's.
    for arguments in [[], ["--help"], ["-h"], ["help"]] {
      let run = try await tool(arguments)
      #expect(run.status == 0)
      #expect(try await run.output == tool("-help").output)
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script is the library's`(shell: String) async throws {
    let run = try await tool("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("vif"))
    #expect(try await run.output == tool("--generate-completion-script=\(shell)").output)
  }

  @Test func `a shell that there is no completion script for is wrong usage`() async throws {
    let run = try await tool("--generate-completion-script", "nope")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: Can't generate completion scripts for 'nope'."))
  }
}
