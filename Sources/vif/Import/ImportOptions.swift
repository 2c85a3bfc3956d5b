import ArgumentParser
import Diagnostics
import FileAccess
import NovaImport

/// What every command that reads records of OpenStack's is told besides those.
struct ImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The guest's side (a JSON object) for every item; each key of an item's own replaces one.",
      valueName: "file"
    )
  )
  var instance: String?

  @Option(
    help: ArgumentHelp(
      "Networks of Neutron's (JSON), for the mtu of ports that are on them.",
      valueName: "file"
    )
  )
  var network: String?

  /// What was asked for.
  var sources: ImportSources { ImportSources(instance: instance, network: network) }
}

/// Where records find what they do not hold themselves.
struct ImportSources {
  /// The file with the guest's side.
  var instance: String?
  /// The file with networks.
  var network: String?

  /// The guest's side of the file, or of a guest of which nothing is known.
  ///
  /// - Throws: ``ExitStatus/usage``, after having said what is wrong.
  func guest() throws(ExitStatus) -> NovaGuest {
    guard let instance else { return NovaGuest() }
    return try Self.read(instance) { text throws(Diagnostic) in try NovaGuest(json: text) }
  }

  /// The networks of the file, or none.
  ///
  /// - Throws: ``ExitStatus/usage``, after having said what is wrong.
  func networks() throws(ExitStatus) -> [NeutronNetwork] {
    guard let network else { return [] }
    return try Self.read(network) { text throws(Diagnostic) in
      try NeutronNetwork.list(json: text)
    }
  }

  private static func read<Value>(
    _ file: String,
    _ make: (String) throws(Diagnostic) -> Value
  ) throws(ExitStatus) -> Value {
    var text = ""
    do throws(Diagnostic) {
      text = try Files.readText(file)
      return try make(text)
    } catch {
      let line = error.details.offset.map { offset in
        text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
      }
      StandardError.write("error", error, at: line.map { "\(file):\($0)" })
      throw .usage
    }
  }
}

extension ImportSources: PlainArgumentsReading {
  init(plain arguments: inout PlainArguments) throws {
    instance = try arguments.value("--instance")
    network = try arguments.value("--network")
  }
}
