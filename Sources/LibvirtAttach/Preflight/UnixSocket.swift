import Glibc

/// A stream socket of this machine, closed with its last owner.
struct UnixSocket: ~Copyable {
  private let descriptor: CInt

  init?() {
    self.init(descriptor: socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
  }

  private init?(descriptor: CInt) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Connects to who listens at a path.
  func connect(to path: String) -> Bool {
    unsafe Self.withAddress(path) { unsafe Glibc.connect(descriptor, $0, $1) } == 0
  }

  /// Listens at a path, where anybody may connect.
  func listen(at path: String) -> Bool {
    guard unsafe Self.withAddress(path, { unsafe bind(descriptor, $0, $1) }) == 0 else {
      return false
    }
    return unsafe chmod(path, 0o666) == 0 && Glibc.listen(descriptor, 1) == 0
  }

  /// Whether somebody connects, or sends something, within a time.
  func hasCaller(within time: Duration) -> Bool {
    var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wish, 1, Self.milliseconds(time)) == 1
  }

  private static func milliseconds(_ time: Duration) -> CInt {
    let (seconds, attoseconds) = time.components
    return CInt(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }

  /// What the other end sends first after a message, up to 64 KiB; nil if that does not come in time.
  func answer(to message: String, within time: Duration) -> String? {
    let bytes = Array(message.utf8)
    let sent = unsafe send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
    guard sent == bytes.count, hasCaller(within: time) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Sleeps; blocks.
  static func pause(_ time: Duration) {
    _ = poll(nil, 0, milliseconds(time))
  }

  /// The process at the other end, if it is one that this process can see.
  var peer: pid_t? {
    // The kernel's `struct ucred`: process, user, group.
    var credentials: [Int32] = [0, 0, 0]
    var length = socklen_t(MemoryLayout<Int32>.size * credentials.count)
    guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0,
      credentials[0] > 0
    else { return nil }
    return credentials[0]
  }

  private static func withAddress(
    _ path: String,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8) + [0]
    let isShort = unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
      guard bytes.count <= place.count else { return false }
      unsafe place.copyBytes(from: bytes)
      return true
    }
    guard isShort else { return -1 }
    return unsafe withUnsafePointer(to: address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe body(address, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
