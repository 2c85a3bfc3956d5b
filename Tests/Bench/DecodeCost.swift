import FileAccess
import Glibc
import VIFModel

/// Decodes a VIF again and again, to be measured: `DecodeCost FILE TIMES`.
@main
struct DecodeCost {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let times = Int(arguments[2]) else {
      print("usage: DecodeCost FILE TIMES")
      exit(2)
    }
    let text = try Files.readText(arguments[1])
    var fields = 0
    for _ in 0..<times {
      var warnings: [Diagnostic] = []
      let vif = try VIF(json: text, warnings: &warnings)
      fields += vif.base.id == nil ? 0 : 1
    }
    guard fields == times else { exit(1) }
  }
}
