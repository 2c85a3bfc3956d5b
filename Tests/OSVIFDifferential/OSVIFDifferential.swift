import Diagnostics
import FileAccess
import Glibc

/// Compares reading, writing and back-levelling with the real os-vif.
///
///     OSVIFDifferential make SEED OBJECTS LEVELS FOLDER    writes lines for os-vif to answer
///     OSVIFDifferential --corpus FILE…                     compares with lines that it answered
///
/// Ends with status 1 after any difference that the table of improvements does not explain.
@main
struct OSVIFDifferential {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 5, arguments[0] == "make", let seed = UInt64(arguments[1]),
      let objects = Int(arguments[2]), let levels = Int(arguments[3])
    {
      try make(seed: seed, objects: objects, levels: levels, folder: arguments[4])
    } else if arguments.count > 1, arguments[0] == "--corpus" {
      try compare(arguments.dropFirst())
    } else {
      print("usage: OSVIFDifferential make SEED OBJECTS LEVELS FOLDER | --corpus FILE…")
      exit(2)
    }
  }

  private static func make(seed: UInt64, objects: Int, levels: Int, folder: String) throws {
    var maker = CaseMaker(seed: seed)
    let roundTrips = (0..<objects).map { maker.roundTrip($0) + "\n" }
    try Files.write(roundTrips.joined(), to: "\(folder)/ours.jsonl")
    let levellings = (0..<levels).map { maker.levelling($0) + "\n" }
    try Files.write(levellings.joined(), to: "\(folder)/levels.jsonl")
    for fault in maker.faults { print(fault) }
    exit(maker.faults.isEmpty ? 0 : 1)
  }

  private static func compare(_ paths: ArraySlice<String>) throws {
    var isClean = true
    for path in paths {
      let report = try Report(path)
      print(report)
      isClean = isClean && report.isClean
    }
    exit(isClean ? 0 : 1)
  }
}
