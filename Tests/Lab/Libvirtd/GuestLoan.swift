import Glibc

extension LabHost {
  /// Runs `body` with a guest of a kind that nobody else has at that time, in any process.
  ///
  /// It has no NIC and is up, whatever those did to it that had it before.
  package func withGuest(
    _ kind: LabGuest.Kind,
    _ body: (LabGuest) async throws -> Void
  ) async throws {
    let (guest, lock) = try await borrowed(kind)
    defer { close(lock) }
    try await guest.restore()
    try await body(guest)
  }

  /// A guest, and the locked file whose closing gives it back.
  private func borrowed(_ kind: LabGuest.Kind) async throws -> (LabGuest, lock: CInt) {
    let names = text(of: "guests/\(kind.rawValue)").split(whereSeparator: \.isNewline)
    while true {
      for name in names {
        let lock = unsafe open("\(folder)/\(name).xml", O_RDONLY | O_CLOEXEC)
        guard flock(lock, LOCK_EX | LOCK_NB) != 0 else {
          return (LabGuest(host: self, name: String(name), kind: kind), lock)
        }
        close(lock)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
