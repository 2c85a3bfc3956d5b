import Diagnostics
import Dispatch
import FileAccess
import JSONText
import Synchronization

/// Deals with the next item of a stream: its output and what is to be told of it are added; false when
/// there is none.
typealias ItemStep =
  @Sendable (inout JSONItemStream, inout RunOutput) throws(Diagnostic) -> Bool

/// What became of a block's items.
struct BlockAnswer: Sendable {
  let output: [UInt8]
  let tellings: [RunOutput.Telling]
  let count: ItemCount

  /// Deals with all items of a block.
  init(_ block: JSONLineBlock, _ step: ItemStep) throws(Diagnostic) {
    var stream = JSONItemStream(block)
    var answer = RunOutput()
    while try step(&stream, &answer) {}
    output = answer.bytes.withBytes { bytes in [UInt8](copying: bytes) }
    tellings = answer.takeTellings()
    count = answer.takeCount()
  }
}

/// Blocks that are worked on, some at once, in the order of the input.
///
/// By Dispatch and not by tasks: a run that has but one block starts no thread.
struct BlockQueue {
  private let limit: Int
  private let workers: DispatchSemaphore
  private var blocks: [Block] = []

  /// A block, and its answer when that is there.
  private final class Block: Sendable {
    let answer = Mutex<Result<BlockAnswer, Diagnostic>?>(nil)
    let isDone = DispatchSemaphore(value: 0)
  }

  /// - Parameter jobs: How many blocks are worked on at once; twice as many may be there, so that
  ///   nobody waits for the next to be read or the last to be written.
  init(jobs: Int) {
    limit = 2 * jobs
    workers = DispatchSemaphore(value: jobs)
  }

  /// Whether the first answer is to be waited for before another block is added.
  var isFull: Bool { blocks.count >= limit }

  /// Whether there is none.
  var isEmpty: Bool { blocks.isEmpty }

  /// Starts on a block.
  mutating func add(_ lines: JSONLineBlock, _ step: @escaping ItemStep) {
    let block = Block()
    blocks.append(block)
    let workers = workers
    DispatchQueue.global().async {
      workers.wait()
      defer { workers.signal() }
      let answer = Result { () throws(Diagnostic) in try BlockAnswer(lines, step) }
      block.answer.withLock { $0 = answer }
      block.isDone.signal()
    }
  }

  /// Waits for the first block's answer; nil when there is none.
  mutating func next() throws(Diagnostic) -> BlockAnswer? {
    guard !blocks.isEmpty else { return nil }
    let block = blocks.removeFirst()
    block.isDone.wait()
    return try block.answer.withLock { $0 }?.get()
  }
}

extension [UInt8] {
  fileprivate init(copying bytes: Span<UInt8>) {
    self.init(capacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
  }
}
