import ArgumentParser
import Diagnostics
import JSONText

extension ObjectCommand {
  /// `vif object check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Reads os-vif objects and says what is wrong with them; exit status 1 if anything is.",
      discussion: "The input is as for 'vif object convert'."
    )

    /// How the findings are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json
    }

    @Flag(help: "Take unknown fields for errors, instead of warnings.")
    var strict = false

    @Option(help: "Findings on the standard error output, or a line of JSON for each item.")
    var format = Format.text

    @OptionGroup var jobs: JobsOption

    @Argument(
      help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
    )
    var files: [String] = []

    func run() throws {
      let conversion = ObjectConversion(isStrict: strict)
      let format = format
      var run = ItemRun(files: files)
      try run.each(jobs: jobs.choice.count) { stream, output throws(Diagnostic) in
        guard let item = try stream.nextConverted(conversion) else { return false }
        if format == .json { output.write(item.findings + "\n") }
        output.add(item, isTold: format == .text)
        return true
      }
      try run.finish()
    }
  }
}

extension ConvertedItem {
  /// What was found, as a line of JSON.
  fileprivate var findings: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.value(id ?? "null")
    writer.key("verdict")
    writer.string(failure == nil ? "ok" : "error")
    if let failure {
      writer.key("error")
      writer.value(failure.json())
    }
    writer.key("warnings")
    writer.beginArray()
    for warning in warnings { writer.value(warning.json()) }
    writer.endArray()
    writer.endObject()
    return writer.text
  }
}
