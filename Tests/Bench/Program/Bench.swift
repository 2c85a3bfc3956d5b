import Glibc

/// Something to measure: each part of the way from a line of JSON to a document, and back.
///
///     Bench make vifs|documents|fields|items COUNT    writes an input of so many ports
///     Bench FOLDER                                     obeys lines on the standard input
///
/// The lines are those that every program of the benchmark obeys: see ``CommandLoop``.
@main
struct Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 3, arguments[0] == "make", let kind = PortFile(rawValue: arguments[1]),
      let count = Int(arguments[2]), count > 0
    {
      guard kind.write(count: count) else { exit(1) }
    } else if arguments.count == 1 {
      var loop = CommandLoop(workload: try Workload(Inputs(folder: arguments[0])))
      try loop.run()
    } else {
      print("usage: Bench make vifs|documents|fields|items COUNT | Bench FOLDER")
      exit(2)
    }
  }
}
