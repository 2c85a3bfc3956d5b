import Glibc
import LibvirtAttach

/// One run of the built `vif`.
///
/// Spawned by hand: Foundation's `Process` leaks, which would hide a leak of the package's own from
/// the address sanitizer.
struct Tool {
  /// The tool could not be started.
  struct SpawnError: Error {
    let number: CInt
  }

  let status: CInt
  let output: String
  let errors: String

  init(_ arguments: String...) async throws { try await self.init(arguments) }

  init(_ arguments: [String]) async throws {
    // SwiftPM puts the tests' program and the package's own side by side.
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
    let path = (folder.dropLast() + ["vif"]).joined(separator: "/")
    self = try await CallQueue(label: "tool").run { () throws(SpawnError) in
      try Tool(path, arguments)
    }
  }

  private init(_ path: String, _ arguments: [String]) throws(SpawnError) {
    let output = Self.pipe()
    let errors = Self.pipe()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
    var argv = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let number = unsafe posix_spawn(&process, path, &actions, nil, &argv, environ)
    close(output.write)
    close(errors.write)
    guard number == 0 else { throw SpawnError(number: number) }
    // One after the other is enough: what is written is far less than a pipe holds.
    self.output = Self.text(output.read)
    self.errors = Self.text(errors.read)
    var status: CInt = 0
    unsafe waitpid(process, &status, 0)
    self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  private static func pipe() -> (read: CInt, write: CInt) {
    var ends: [CInt] = [-1, -1]
    unsafe Glibc.pipe(&ends)
    // A child has copies as its stdout and stderr.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func text(_ descriptor: CInt) -> String {
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
