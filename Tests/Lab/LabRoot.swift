import Foundation

/// The folder that an embedded QEMU driver keeps everything in, gone when it is closed.
final class LabRoot: Sendable {
  /// The folder.
  ///
  /// Short, since QEMU's sockets lie below it, and a socket's path has at most 107 bytes.
  let path: String

  init() throws {
    var template = Array("\(Availability.scratch ?? "/tmp")/vif.XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    path = unsafe String(cString: made)
    try FileManager.default.createDirectory(
      atPath: "\(path)/etc",
      withIntermediateDirectories: true
    )
    try Self.configuration.write(toFile: "\(path)/etc/qemu.conf", atomically: true, encoding: .utf8)
  }

  func remove() throws { try FileManager.default.removeItem(atPath: path) }

  /// Everything off that needs more than one process: cgroups, device namespaces, virtlogd.
  private static let configuration = """
    user = "root"
    group = "root"
    dynamic_ownership = 0
    remember_owner = 0
    security_driver = "none"
    cgroup_controllers = []
    namespaces = []
    stdio_handler = "file"

    """
}
