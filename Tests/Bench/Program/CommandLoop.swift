import Diagnostics
import FileAccess
import Glibc

/// Obeys lines of the standard input, as every program of the benchmark does.
///
///     pass STAGE COUNT     does the work of a stage so often, over the ports in turn, and prints the
///                          nanoseconds of CPU time that it took
///     write STAGE FILE     writes what the stage makes of each port, and prints `done`
///
/// First it prints `ready` and the names of its stages, so that programs can be run in turns.
struct CommandLoop: ~Copyable {
  var workload: Workload

  mutating func run() throws(Diagnostic) {
    answer("ready " + Stage.allCases.map(\.rawValue).joined(separator: " "))
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let stage = Stage(rawValue: words[1]) else { fail(line) }
      if words[0] == "pass", let count = Int(words[2]) {
        answer("\(try time(stage, count))")
      } else if words[0] == "write" {
        var text = ""
        for index in 0..<workload.count { text += try workload.document(stage, index) }
        try Files.write(text, to: words[2])
        answer("done")
      } else {
        fail(line)
      }
    }
  }

  private mutating func time(_ stage: Stage, _ count: Int) throws(Diagnostic) -> UInt64 {
    let start = cpuTime
    for index in 0..<count { _ = try workload.run(stage, index % workload.count) }
    return cpuTime - start
  }

  /// The nanoseconds that this process has been running.
  private var cpuTime: UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private func answer(_ line: String) { Files.write(Array("\(line)\n".utf8), to: STDOUT_FILENO) }

  private func fail(_ line: String) -> Never {
    print("error: no command of the benchmark: \(line)")
    exit(2)
  }
}
