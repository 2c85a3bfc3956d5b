import Diagnostics
import FileAccess
import Glibc

/// Compares what this package makes of interfaces with what versions of libvirt made of them.
///
///     swift run LibvirtConformance FOLDER [--show COUNT]
///
/// The folder's `*.jsonl` files have lines `{"id", "xml", "verdict": {VERSION: {"define",
/// "formatted"?}}}`: `define` is `OK` or libvirt's refusal, `formatted` what that version printed
/// after it was defined, with `@RANDOM-MAC@` and `@RANDOM-UUID@` for what it had made up. Prints a
/// table and the ids of what differs, COUNT of them with both answers; ends with status 1 when
/// something differs.
@main
struct LibvirtConformance {
  static func main() throws {
    guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
      print("usage: LibvirtConformance FOLDER [--show COUNT]")
      exit(2)
    }
    let names = Files.entries(of: arguments.folder) ?? []
    let files = names.filter { $0.hasSuffix(".jsonl") }
    guard !files.isEmpty else {
      print("there is no *.jsonl file in '\(arguments.folder)'")
      exit(2)
    }
    var table = ScoreTable()
    for file in files { try table.add(file, in: arguments.folder) }
    print(table.description(showing: arguments.shown))
    exit(table.isClean ? 0 : 1)
  }
}

/// What the program was called with.
private struct Arguments {
  let folder: String
  var shown = 0

  init?(_ arguments: ArraySlice<String>) {
    var rest = arguments
    var folder: String?
    while let argument = rest.popFirst() {
      if argument == "--show" {
        guard let count = rest.popFirst().flatMap({ Int($0) }), count >= 0 else { return nil }
        shown = count
      } else if folder == nil, !argument.hasPrefix("-") {
        folder = argument
      } else {
        return nil
      }
    }
    guard let folder else { return nil }
    self.folder = folder
  }
}
