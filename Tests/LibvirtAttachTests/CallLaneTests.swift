import Dispatch
import Glibc
import Synchronization
import Testing

@testable import LibvirtAttach

@Suite struct CallLaneTests {
  /// A call that hangs until it is told to end.
  ///
  /// Sendable unchecked: semaphores are made for use by several threads.
  private final class HangingCall: @unchecked Sendable {
    private let begun = DispatchSemaphore(value: 0)
    private let mayEnd = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    func callAsFunction() {
      begun.signal()
      mayEnd.wait()
      ended.signal()
    }

    /// Waits until the call hangs.
    func begins() async { await CallQueue(label: "test").run { [begun] () in begun.wait() } }

    /// Lets the call end, and waits until it has.
    func end() async {
      mayEnd.signal()
      await CallQueue(label: "test").run { [ended] () in ended.wait() }
    }
  }

  private final class Log: Sendable {
    private let entries = Mutex<[Int]>([])

    var numbers: [Int] { entries.withLock { $0 } }

    func add(_ number: Int) { entries.withLock { $0.append(number) } }
  }

  @Test func `makes calls in their order`() async throws {
    let lane = CallLane(label: "test")
    let order = Log()
    let hanging = HangingCall()
    async let first: Void = lane.run("first", within: .seconds(60)) {
      hanging()
      order.add(1)
    }
    await hanging.begins()
    async let second: Void = lane.run("second", within: .seconds(60)) {
      order.add(2)
    }
    try await Task.sleep(for: .milliseconds(20))
    await hanging.end()
    _ = try await (first, second)
    #expect(order.numbers == [1, 2])
  }

  @Test func `does not let a broken pipe end the process`() async throws {
    let number = try await CallLane(label: "test").run("write", within: .seconds(60)) {
      var ends: [CInt] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else { return CInt(0) }
      close(ends[0])
      defer { close(ends[1]) }
      return unsafe write(ends[1], "x", 1) < 0 ? errno : 0
    }
    #expect(number == EPIPE)
  }

  /// Makes a call that hangs, and gives it up.
  private func abandon(_ hanging: HangingCall, on lane: CallLane) async {
    let task = Task { try await lane.run("hang", within: .seconds(60)) { hanging() } }
    await hanging.begins()
    task.cancel()
    await #expect(
      throws: UnansweredCall(function: "hang", reason: .cancelled, wasSent: true)
    ) { try await task.value }
  }

  @Test func `gives a hanging call up, and says that its outcome is unknown`() async throws {
    let lane = CallLane(label: "test")
    let hanging = HangingCall()
    let limit = Duration.seconds(1)
    let task = Task { try await lane.run("hang", within: limit) { hanging() } }
    await hanging.begins()
    let expected = UnansweredCall(function: "hang", reason: .deadline(limit), wasSent: true)
    await #expect(throws: expected) { try await task.value }
    // Those behind it do not wait for it.
    #expect(try await lane.run("next", within: .seconds(60)) { 7 } == 7)
    await hanging.end()
  }

  @Test func `begins no call whose caller has gone`() async throws {
    let lane = CallLane(label: "test")
    let hanging = HangingCall()
    async let first: Void = lane.run("first", within: .seconds(60)) { hanging() }
    await hanging.begins()
    let limit = Duration.milliseconds(50)
    let expected = UnansweredCall(function: "never", reason: .deadline(limit), wasSent: false)
    await #expect(throws: expected) {
      try await lane.run("never", within: limit) { () -> Void in
        Issue.record("it was called")
      }
    }
    await hanging.end()
    try await first
    #expect(try await lane.run("next", within: .seconds(60)) { 7 } == 7)
  }

  @Test func `ends the wait of a task that is cancelled`() async throws {
    let lane = CallLane(label: "test")
    let hanging = HangingCall()
    await abandon(hanging, on: lane)
    #expect(try await lane.run("next", within: .seconds(60)) { 7 } == 7)
    await hanging.end()
  }

  @Test func `makes no call for a task that was cancelled before`() async throws {
    let lane = CallLane(label: "test")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await lane.run("never", within: .seconds(60)) { () -> Void in
        Issue.record("it was called")
      }
    }
    task.cancel()
    await #expect(
      throws: UnansweredCall(function: "never", reason: .cancelled, wasSent: false)
    ) { try await task.value }
  }

  @Test func `begins no more when too many hang, until one ends`() async throws {
    let lane = CallLane(label: "test")
    var hanging: [HangingCall] = []
    for _ in 0..<CallLane.mostAbandoned {
      hanging.append(HangingCall())
      await abandon(hanging[hanging.endIndex - 1], on: lane)
    }
    let reason = UnansweredCall.Reason.congested(CallLane.mostAbandoned)
    await #expect(throws: UnansweredCall(function: "next", reason: reason, wasSent: false)) {
      _ = try await lane.run("next", within: .seconds(60)) { 7 }
    }
    await hanging[0].end()
    while (try? await lane.run("next", within: .seconds(60)) { 7 }) != 7 { await Task.yield() }
    for call in hanging.dropFirst() { await call.end() }
  }

  @Test func `lets everything of an abandoned call go when it ends`() async throws {
    final class Held: Sendable {}
    let lane = CallLane(label: "test")
    let hanging = HangingCall()
    weak var held: Held?
    do {
      let object = Held()
      held = object
      let task = Task {
        _ = try await lane.run("hang", within: .seconds(60)) {
          hanging()
          return object
        }
      }
      await hanging.begins()
      task.cancel()
      _ = await task.result
    }
    #expect(held != nil)
    await hanging.end()
    while held != nil { await Task.yield() }
  }

  @Test func `answers many callers at once`() async throws {
    let lane = CallLane(label: "test")
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 1...500 {
        group.addTask { try await lane.run("add", within: .seconds(60)) { number } }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 125_250)
  }
}
