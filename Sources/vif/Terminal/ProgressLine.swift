import Glibc

/// How far a run has come, in one line of a terminal that is written over.
///
/// Only where somebody sees it and it is in nobody's way: the standard error output is a terminal, and
/// the standard output neither one nor a pipe, at whose end a pager may be.
struct ProgressLine {
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private let size: Int?
  private var count = ItemCount()
  private var isShown = false

  /// - Parameter descriptor: The input's, whose length tells how much is left.
  init?(of descriptor: CInt) {
    var status = stat()
    guard isatty(STDERR_FILENO) == 1, isatty(STDOUT_FILENO) == 0,
      unsafe fstat(STDOUT_FILENO, &status) == 0, status.st_mode & S_IFMT != S_IFIFO
    else { return nil }
    start = .now
    last = start
    size =
      unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      ? Int(status.st_size) : nil
  }

  /// Counts items, and shows the line when it was not for a while.
  mutating func add(_ items: ItemCount, bytes: Int) {
    count += items
    let now = ContinuousClock.now
    guard now - last > .milliseconds(200) else { return }
    last = now
    isShown = true
    StandardError.writeStatus(line(after: now - start, bytes))
  }

  /// Takes the line away, before something else is written.
  mutating func hide() {
    if isShown { StandardError.writeStatus("") }
    isShown = false
  }

  private func line(after time: Duration, _ bytes: Int) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    var line = "\(count.all) items, \(Int(Double(count.all) / seconds))/s, \(count.wrong) wrong"
    if let size, size > 0, bytes > 0 {
      let rest = seconds * Double(max(0, size - bytes)) / Double(bytes)
      line += ", \(min(100, 100 * bytes / size)) %, \(Int(rest.rounded(.up))) s left"
    }
    return line
  }
}
