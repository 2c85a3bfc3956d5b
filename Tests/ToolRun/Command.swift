import Glibc
import LibvirtAttach

/// One run of a program, to its end.
///
/// Spawned by hand: Foundation's `Process` leaks, which would hide a leak of the package's own from
/// the address sanitizer.
package struct Command: Sendable {
  /// The program could not be started, for the reason of this `errno`.
  package struct SpawnError: Error {
    let number: CInt
  }

  /// The exit status, or the number of the signal that ended it, negative.
  package let status: CInt
  /// What it wrote to stdout.
  package let output: String
  /// What it wrote to stderr.
  package let errors: String

  /// Runs a program, which is looked for along the PATH unless it is a path.
  package init(_ program: String, _ arguments: [String]) async throws(SpawnError) {
    self = try await CallQueue(label: "command").run { () throws(SpawnError) in
      try Command(waitingFor: program, arguments)
    }
  }

  /// Runs a program, and blocks until it has ended.
  package init(waitingFor program: String, _ arguments: [String]) throws(SpawnError) {
    let output = Self.pipe()
    let errors = Self.pipe()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
    var argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let number = unsafe posix_spawnp(&process, program, &actions, nil, &argv, environ)
    close(output.write)
    close(errors.write)
    guard number == 0 else {
      close(output.read)
      close(errors.read)
      throw SpawnError(number: number)
    }
    // One after the other is enough: what is written to stderr is far less than a pipe holds.
    self.output = Self.text(output.read)
    self.errors = Self.text(errors.read)
    var status: CInt = 0
    unsafe waitpid(process, &status, 0)
    let signal = status & 0x7F
    self.status = signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  private static func pipe() -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    unsafe Glibc.pipe(&ends)
    // A child has copies as its stdout and stderr.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// All that can be read from an open file, which is closed.
  static func text(_ descriptor: CInt) -> String {
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
