import Diagnostics
import JSONText

extension JSONReader {
  /// Keeps a warning; of hostile input's thousands the first twenty.
  mutating func warn(_ warning: Diagnostic) {
    let maximum = Self.maximumWarnings
    if warnings.count < maximum { warnings.append(warning) }
    guard warnings.count == maximum else { return }
    warnings.append(
      Diagnostic(.warningsCut, "there are more warnings than these \(maximum)")
    )
  }

  private static var maximumWarnings: Int { 20 }

  /// Whether a warning that was met would have been kept.
  var keepsWarnings: Bool { warnings.count <= Self.maximumWarnings }
}

extension [Diagnostic] {
  /// Does something one level further down: the fault and the warnings from there learn the name.
  mutating func locating<Value>(
    _ name: String,
    _ body: (inout [Diagnostic]) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let before = count
    do throws(Diagnostic) {
      let value = try body(&self)
      for index in before..<count { self[index] = self[index].at(name) }
      return value
    } catch {
      throw error.at(name)
    }
  }
}

extension Diagnostic.Code {
  /// More warnings than are kept.
  static let warningsCut = Diagnostic.Code(rawValue: "warnings.cut")
}
