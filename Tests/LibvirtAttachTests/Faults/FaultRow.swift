#if Libvirt
  import Foundation
  import Testing

  /// A row of the table of faults: what others do, and what was observed of `vif` in this run.
  ///
  /// The rows go into the folder `VIF_FAULT_TABLE`, a file each, out of which `make faults` makes the
  /// table.
  struct FaultRow {
    /// Its place in the table.
    let number: Int
    /// What happens.
    let fault: String
    /// What virsh and nova do about it.
    let others: String

    init(_ number: Int, _ fault: String, others: String) {
      self.number = number
      self.fault = fault
      self.others = others
    }

    /// Runs a test, and writes what it observed, also when that is not as it should be.
    func observe(_ body: (Tally) async throws -> Void) async throws {
      let tally = Tally()
      let result: Result<Void, any Error>
      do {
        try await body(tally)
        result = .success(())
      } catch {
        result = .failure(error)
      }
      let observed = (try? result.get()) == nil ? "**cut off**; \(tally)" : "\(tally)"
      try write(observed)
      try result.get()
      #expect(tally.isFlawless, "\(fault): \(tally)")
    }

    /// Writes the row.
    func write(_ observed: String) throws {
      print("fault \(number): \(fault): \(observed)")
      guard let folder = ProcessInfo.processInfo.environment["VIF_FAULT_TABLE"] else { return }
      let name = String(repeating: "0", count: 3 - min(3, "\(number)".count)) + "\(number)"
      try "| \(fault) | \(others) | \(observed) |\n".write(
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
