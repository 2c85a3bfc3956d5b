public import Diagnostics
import FileAccess
import Glibc

/// The switch at the other end of a vhost-user socket.
enum VHostUserPeer {
  /// So long a switch may take to try again; Open vSwitch does so every second.
  private static let patience = Duration.seconds(5)

  /// Refuses a socket that is not there.
  ///
  /// It is not tried out: a switch may serve one connection and end.
  ///
  /// - Throws: `host.vhostuser-socket`.
  static func refuseIfNoSocket(at path: String) throws(Diagnostic) {
    guard !Files.exists(path) else { return }
    throw Diagnostic(
      .hostVhostUserSocket,
      "there is no vhost-user socket \(Diagnostic.shortened(path)) on the host",
      value: path,
      remedy: "start the switch that serves it first"
    )
  }

  /// Refuses a socket that nobody would connect to once QEMU listens there.
  ///
  /// QEMU waits for the switch without limit, and the guest stands still meanwhile; only its end
  /// frees it. So this listens there first, for a moment; the switch that connects is sent away, and
  /// tries again. Blocks for at most five seconds.
  ///
  /// - Parameters:
  ///   - path: The socket's.
  ///   - sockets: The kernel's list of sockets; where it cannot be read, nothing is tried out.
  /// - Throws: `host.vhostuser-path` for a path where none can listen, `host.vhostuser-no-peer`.
  static func refuseIfNobodyConnects(
    to path: String,
    sockets: String = "/proc/net/unix"
  ) throws(Diagnostic) {
    let old = FileIdentity(path)
    if let old {
      guard old.isSocket else {
        throw Diagnostic(
          .hostVhostUserPath,
          "there is a file that is no socket at the vhost-user path",
          value: path,
          remedy: "remove the file, or choose another path"
        )
      }
    }
    // Who listens cannot be seen: what is there may be in use.
    guard let isListenedAt = isListenedAt(path, old, sockets) else { return }
    guard !isListenedAt else {
      throw Diagnostic(
        .hostVhostUserPath,
        "somebody listens at the vhost-user socket already, where QEMU is to",
        value: path,
        remedy: "it belongs to another guest, or the VIF is to be of mode client"
      )
    }
    // One that was left over: QEMU would remove it, too.
    if old != nil { unsafe unlink(path) }
    guard let socket = UnixSocket(), socket.listen(at: path) else {
      throw Diagnostic(
        .hostVhostUserPath,
        "no socket can be made at the vhost-user path",
        value: path,
        bound: "at most 107 bytes, in a folder that is there"
      )
    }
    defer { unsafe unlink(path) }
    guard socket.hasCaller(within: patience) else {
      throw Diagnostic(
        .hostVhostUserNoPeer,
        "no switch connects to the vhost-user socket: QEMU would wait for it for ever, and the guest "
          + "with it",
        value: path,
        remedy: "make the switch's port first, in its mode client"
      )
    }
  }

  /// Whether somebody listens at a socket, as the kernel's list has it: connecting to find out would
  /// be taken for the switch's call.
  ///
  /// - Parameters:
  ///   - socket: The file that is there: it may have been made under another path.
  ///   - list: The path of the kernel's list.
  /// - Returns: nil when the list cannot be read.
  private static func isListenedAt(
    _ path: String,
    _ socket: FileIdentity?,
    _ list: String
  ) -> Bool? {
    let isListening = "00010000"
    guard let list = try? Files.read(list, limit: 1 << 26) else { return nil }
    return String(decoding: list, as: UTF8.self).split(separator: "\n").contains { line in
      let fields = line.split(separator: " ", maxSplits: 7)
      guard fields.count == 8, fields[3] == isListening else { return false }
      return fields[7] == path || (socket.map { $0 == FileIdentity(String(fields[7])) } ?? false)
    }
  }
}

extension Diagnostic.Code {
  /// A vhost-user socket cannot be made where QEMU is to listen.
  public static let hostVhostUserPath = Self(rawValue: "host.vhostuser-path")
  /// No switch connects to the socket where QEMU is to listen.
  public static let hostVhostUserNoPeer = Self(rawValue: "host.vhostuser-no-peer")
}
