import Glibc

/// Which file is at a path, whatever paths lead to it; a link is a file of its own.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64
  /// Whether it is a socket.
  let isSocket: Bool

  /// The file at a path; nil when there is none, or it cannot be seen.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    isSocket = status.st_mode & S_IFMT == S_IFSOCK
  }
}
