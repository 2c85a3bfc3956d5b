import ArgumentParser

/// Times as options take them.
enum Seconds {
  private static let day = 86_400.0

  /// Checks an option's value.
  ///
  /// - Throws: A usage error for less than `least`, and for more than a day.
  static func check(_ value: Double, of option: String, from least: Double = 0) throws {
    guard (least...day).contains(value) else {
      throw ValidationError("\(option) takes seconds, from \(least) to \(Int(day))")
    }
  }
}
