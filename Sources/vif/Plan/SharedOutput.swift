import Synchronization

/// The standard output of work that is done at once, in whole lines.
final class SharedOutput: Sendable {
  private let failure = Mutex<ExitStatus?>(nil)

  /// Writes whole lines; when nobody takes them, that is told once, and at the end by ``finish()``.
  func write(_ lines: String) {
    failure.withLock { failure in
      guard failure == nil else { return }
      do throws(ExitStatus) {
        try StandardOutput.write(lines)
      } catch {
        failure = error
      }
    }
  }

  /// Says that a domain is as it is to be.
  func tellNothingToDo(of target: PlanTarget, _ format: FormatOption.Format) {
    switch format {
    case .text: write("\(target.place): nothing to do\n")
    case .json:
      let line = JSONLine.object([
        "status": .string("unchanged"), "uri": .string(target.uri),
        "domain": .string(target.domain),
      ])
      write("\(line)\n")
    }
  }

  /// Ends the output.
  ///
  /// - Throws: ``ExitStatus/failed`` when something could not be written.
  func finish() throws(ExitStatus) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
