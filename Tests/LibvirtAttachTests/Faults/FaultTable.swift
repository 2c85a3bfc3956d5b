#if Libvirt
  import Foundation
  import Testing

  extension Fault {
    /// Runs a test, and tells what it observed, also when that is not as it should be.
    ///
    /// The row of the table goes into the folder `VIF_FAULT_TABLE`, a file each, out of which `make
    /// faults` makes the table; a row without a blemish alone, so that the table is whole or none.
    func observe(_ body: (Tally) async throws -> Void) async throws {
      let tally = Tally()
      let result: Result<Void, any Error>
      do {
        try await body(tally)
        result = .success(())
      } catch {
        result = .failure(error)
      }
      print("fault \(number): \(rawValue): \(tally)")
      try result.get()
      try #require(tally.isFlawless, "\(rawValue): \(tally)")
      guard let folder = ProcessInfo.processInfo.environment["VIF_FAULT_TABLE"] else { return }
      let name = String(repeating: "0", count: 3 - min(3, "\(number)".count)) + "\(number)"
      try "| \(rawValue) | \(others) | \(tally.answers) | \(tally.figures) |\n".write(
        toFile: "\(folder)/\(name)",
        atomically: true,
        encoding: .utf8
      )
    }
  }

  /// How often a fault is brought about.
  enum Rounds {
    /// All rounds of a fault that strikes at a random moment, for 100 of `make faults`.
    static func share(_ part: Int) -> Int { max(2, part * total / 100) }

    /// Of the faults that take no luck to meet.
    static var few: Int { total >= 100 ? 5 : 2 }

    /// Whether the run is the long one.
    static var isLong: Bool { total >= 100 }

    private static let total =
      ProcessInfo.processInfo.environment["VIF_FAULT_ROUNDS"].flatMap { Int($0) } ?? 10
  }
#endif
