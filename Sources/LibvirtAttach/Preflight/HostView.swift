import FileAccess
import Glibc

/// What of the hypervisor's host this process sees.
///
/// A daemon may be on another machine, or in namespaces with other network devices and files: only
/// what is the same here and there can be looked at.
struct HostView: Hashable, Sendable {
  /// Whether both see the same network devices.
  let hasSameDevices: Bool
  /// Whether both see the same files.
  let hasSameFiles: Bool
  /// The folder with an entry for each PCI function of the machine; nil where the daemon may be on
  /// another one.
  let functions: String?

  init(hasSameDevices: Bool, hasSameFiles: Bool, functions: String?) {
    self.hasSameDevices = hasSameDevices
    self.hasSameFiles = hasSameFiles
    self.functions = functions
  }

  /// Finds out by the daemon's process, at the other end of its socket; blocks for a moment.
  ///
  /// - Parameter uri: The connection's.
  init(uri: String) {
    if uri.contains(":///embed") {
      self.init(hasSameDevices: true, hasSameFiles: true, functions: Self.functions)
      return
    }
    let process = Self.sockets(of: uri).lazy.compactMap(Self.peer).first.flatMap {
      Self.isDaemon($0) ? $0 : nil
    }
    self.init(
      hasSameDevices: process.map { Self.isSame("net", $0) } ?? false,
      hasSameFiles: process.map { Self.isSame("mnt", $0) } ?? false,
      functions: process.map { _ in Self.functions }
    )
  }

  private static let functions = "/sys/bus/pci/devices"

  /// Whether a process is libvirt's, or the one that listens for it until it is needed; anything else
  /// may pass on what it hears to another machine, as ssh does.
  ///
  /// - Parameter processes: The folder with one of each process.
  static func isDaemon(_ process: pid_t, in processes: String = "/proc") -> Bool {
    let folder = "\(processes)/\(process)"
    let name = (try? Files.read("\(folder)/comm", limit: 64))
      .map { String(decoding: $0, as: UTF8.self).prefix { $0 != "\n" } }
    // The first process of a container may be anything.
    if process == 1 { return name == "systemd" || name == "init" }
    // A daemon that was wrapped, as NixOS does, has another name than its file.
    let file = target(of: "\(folder)/exe").flatMap { $0.split(separator: "/").last }
    return [name, file].contains { name in
      guard let name = name?.drop(while: { $0 == "." }) else { return false }
      return name.hasPrefix("libvirtd") || name.hasPrefix("virt")
    }
  }

  /// The sockets that the daemon of a URI may listen at; none for one that is not on this machine.
  private static func sockets(of uri: String) -> [String] {
    guard let slashes = uri.firstRange(of: "://") else { return [] }
    let transport = uri[..<slashes.lowerBound].split(separator: "+").dropFirst().first ?? "unix"
    guard transport == "unix", uri[slashes.upperBound...].hasPrefix("/") else { return [] }
    if let option = uri.firstRange(of: "socket=") {
      return [String(uri[option.upperBound...].prefix { $0 != "&" && $0 != "#" })]
    }
    guard uri.contains(":///system") else { return [] }
    return ["/run/libvirt/virtqemud-sock", "/run/libvirt/libvirt-sock"]
  }

  /// The process that listens at a socket.
  private static func peer(at path: String) -> pid_t? {
    guard let socket = UnixSocket(), socket.connect(to: path) else { return nil }
    return socket.peer
  }

  private static func isSame(_ namespace: String, _ process: pid_t) -> Bool {
    guard let own = target(of: "/proc/self/ns/\(namespace)") else { return false }
    return own == target(of: "/proc/\(process)/ns/\(namespace)")
  }

  private static func target(of link: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let place = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return 0
      }
      return unsafe readlink(link, place, bytes.count)
    }
    return length > 0 ? String(decoding: buffer[..<length], as: UTF8.self) : nil
  }
}
