import Diagnostics
import Dispatch
import JSONText
import Synchronization

/// Deals with the next item of a stream: its output and what is to be told of it are added; false when
/// there is none.
typealias ItemStep =
  @Sendable (inout JSONItemStream, inout RunOutput) throws(Diagnostic) -> Bool

/// Blocks that are worked on, some at once, in the order of the input.
///
/// By Dispatch and not by tasks: a run that has but one block starts no thread.
struct BlockQueue {
  private let limit: Int
  private let workers: DispatchSemaphore
  private var busy: [Bench] = []
  private var idle: [Bench] = []

  /// A place to work at, with memory for a block and for what becomes of it, which the next block uses again.
  private final class Bench: Sendable {
    let work = Mutex(BlockWork())
    let isDone = DispatchSemaphore(value: 0)
  }

  /// - Parameter jobs: How many blocks are worked on at once; twice as many may be there, so that
  ///   nobody waits for the next to be read or the last to be written.
  init(jobs: Int) {
    limit = 2 * jobs
    workers = DispatchSemaphore(value: jobs)
  }

  /// Whether the first answer is to be waited for before another block is added.
  var isFull: Bool { busy.count >= limit }

  /// Whether there is none.
  var isEmpty: Bool { busy.isEmpty }

  /// Takes the next block of a stream and starts on it; false where there is none.
  ///
  /// - Throws: `input.unreadable`.
  mutating func add(
    from stream: inout JSONItemStream,
    _ step: @escaping ItemStep
  ) throws(Diagnostic) -> Bool {
    let bench = idle.popLast() ?? Bench()
    let isThere = try bench.work.withLock { work throws(Diagnostic) in
      try stream.takeBlock(into: &work.lines)
    }
    guard isThere else {
      idle.append(bench)
      return false
    }
    busy.append(bench)
    let workers = workers
    DispatchQueue.global().async {
      workers.wait()
      bench.work.withLock { $0.start(step) }
      workers.signal()
      bench.isDone.signal()
    }
    return true
  }

  /// Waits for the first block, and lends its answer to whoever takes what is in it; one that is large
  /// in parts.
  mutating func next(
    _ step: ItemStep,
    _ take: (inout RunOutput) throws -> Void
  ) throws {
    guard !busy.isEmpty else { return }
    let bench = busy.removeFirst()
    bench.isDone.wait()
    try bench.work.withLock { work in
      try take(&work.answer)
      while work.hasMore {
        work.goOn(step)
        try take(&work.answer)
      }
      if let fault = work.fault { throw fault }
    }
    idle.append(bench)
  }
}

/// A block, and what becomes of its items.
private struct BlockWork: ~Copyable {
  var lines = JSONLineBlock()
  var answer = RunOutput()
  private(set) var fault: Diagnostic?
  private var rest: JSONItemStream?

  /// Whether there are items that nothing was done about yet.
  var hasMore: Bool { rest != nil }

  /// Begins with the items of the block.
  mutating func start(_ step: ItemStep) {
    rest = JSONItemStream(lines)
    goOn(step)
  }

  /// Deals with more items: all that are left, or so many that the answer had better be written.
  mutating func goOn(_ step: ItemStep) {
    guard var stream = rest.take() else { return }
    do throws(Diagnostic) {
      while try step(&stream, &answer) {
        guard !answer.isLarge else {
          rest = consume stream
          return
        }
      }
    } catch {
      fault = error
    }
  }
}
