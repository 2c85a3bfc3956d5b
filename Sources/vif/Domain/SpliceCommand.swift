import ArgumentParser
import Diagnostics
import DomainXML
import FileAccess

extension DomainCommand {
  /// `vif domain splice`.
  struct Splice: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "splice",
      abstract: "Puts interfaces into a domain's XML, and leaves every other byte as it was.",
      discussion: """
        An interface replaces the one that has its MAC address or its 'ua-' alias, and takes its \
        place; others go behind the last one. A file may hold one <interface> or <hostdev>, several, \
        or a <devices> around them: what 'vif xml' writes will do. A selector is mac:ADDRESS (or \
        the bare address), alias:NAME, target:DEVICE, pci:ADDRESS (the guest's) or index:N (from 1). \
        Nothing is written unless all of it can be done; exit status 3 if an interface is not found \
        or ambiguous.
        """
    )

    @Argument(help: "The domain's XML, as 'virsh dumpxml' prints it; - is standard input.")
    var domain: String

    @Argument(
      help: ArgumentHelp("The interfaces to put in; - is standard input.", valueName: "interface")
    )
    var interfaces: [String] = []

    @Option(
      name: .long,
      parsing: .singleValue,
      help: ArgumentHelp("An interface to take out; may be repeated.", valueName: "selector"),
      transform: InterfaceSelector.init(argument:)
    )
    var remove: [InterfaceSelector] = []

    @Option(
      name: [.short, .long],
      help: ArgumentHelp("Write the new document there, not to standard output.", valueName: "file")
    )
    var output: String?

    @Flag(name: [.short, .long], help: "Write the new document over the domain's file.")
    var inPlace = false

    func validate() throws {
      if inPlace, output != nil {
        throw ValidationError("--in-place and --output exclude each other")
      }
      if inPlace, domain == "-" { throw ValidationError("--in-place wants a file, not '-'") }
      guard ([domain] + interfaces).count(where: { $0 == "-" }) <= 1 else {
        throw ValidationError("standard input can be read once")
      }
    }

    func run() throws {
      let document = try read(domain) { text throws(Diagnostic) in
        try DomainDocument(parsing: text)
      }
      var devices: [WrittenDevice] = []
      for file in interfaces {
        devices += try read(file) { text throws(Diagnostic) in
          try WrittenDevice.list(parsing: text)
        }
      }
      let splice: DomainSplice
      do throws(Diagnostic) {
        splice = try DomainSplice(of: document, putting: devices, removing: remove)
      } catch {
        throw Self.told(error, at: domain)
      }
      try write(splice)
    }

    private func read<Value>(
      _ file: String,
      _ parse: (String) throws(Diagnostic) -> Value
    ) throws(ExitStatus) -> Value {
      do throws(Diagnostic) {
        let limit = DomainDocument.maximumLength
        return try parse(
          file == "-"
            ? try Files.readStandardInput(limit: limit) : try Files.readText(file, limit: limit)
        )
      } catch {
        throw Self.told(error, at: file)
      }
    }

    private func write(_ splice: DomainSplice) throws(ExitStatus) {
      guard let path = inPlace ? domain : output else {
        var output = StandardOutput()
        try output.write(splice.text)
        try output.flush()
        return
      }
      do throws(Diagnostic) {
        try Files.write(splice.text, to: path)
      } catch {
        throw Self.told(error, at: nil)
      }
      for change in splice.changes { print(change.summary) }
    }

    /// Tells a fault, and gives what ends the command.
    private static func told(_ error: Diagnostic, at file: String?) -> ExitStatus {
      StandardError.write("error", error, at: file == "-" ? "<stdin>" : file)
      return switch error.code {
      case .interfaceNotFound, .interfaceAmbiguous: .notFound
      case .inputUnreadable, .inputEncoding, .inputTooLarge: .usage
      default: .failed
      }
    }
  }
}

extension DomainSplice.Change {
  /// The change for people, in a line.
  fileprivate var summary: String {
    switch self {
    case .inserted(let new): "inserted \(new.summary)"
    case .replaced(let old, let new): "replaced \(old.summary) by \(new.summary)"
    case .removed(let old): "removed \(old.summary)"
    }
  }
}
