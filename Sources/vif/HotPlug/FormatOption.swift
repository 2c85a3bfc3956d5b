import ArgumentParser

/// How a command writes what it did or found.
struct FormatOption: ParsableArguments {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: "How to write the outcome: text, or json (one object a line).")
  var format = Format.text
}
