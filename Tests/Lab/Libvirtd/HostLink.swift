import Foundation

/// A network device of the lab's host, as `ip` shows it.
package struct HostLink: Decodable, Equatable, Sendable {
  /// The kind of a virtual device, and what belongs to it.
  package struct Details: Decodable, Equatable, Sendable {
    /// A macvtap device's own settings.
    package struct Settings: Decodable, Equatable, Sendable {
      /// `vepa`, `bridge`, `private` or `passthru`.
      package let mode: String?
    }

    /// As `macvtap`.
    package let kind: String?
    /// The kind's settings.
    package let settings: Settings?

    private enum CodingKeys: String, CodingKey {
      case kind = "info_kind"
      case settings = "info_data"
    }
  }

  /// The device's name.
  package let name: String
  /// The Ethernet address.
  package let address: String?
  /// The MTU in bytes.
  package let mtu: Int
  /// The bridge that it is a port of.
  package let master: String?
  /// The device that it lies upon.
  package let lower: String?
  /// What kind of device it is.
  package let details: Details?

  private enum CodingKeys: String, CodingKey {
    case name = "ifname"
    case address, mtu, master
    case lower = "link"
    case details = "linkinfo"
  }
}

extension LabHost {
  /// All its network devices.
  package var links: [HostLink] {
    get async throws {
      let json = try await run("ip", "-details", "-json", "link", "show")
      return try JSONDecoder().decode([HostLink].self, from: Data(json.utf8))
    }
  }

  /// The network device of a name; nil if there is none.
  package func link(_ name: String) async throws -> HostLink? {
    try await links.first { $0.name == name }
  }

  /// After how many frames a device passes on what it has gathered, as the kernel has it
  /// (`ETHTOOL_GCOALESCE`).
  package func coalescedFrames(of name: String) async throws -> Int? {
    let program = """
      import array, fcntl, socket, struct, sys
      command = array.array('B', struct.pack('I', 14) + bytes(88))
      request = struct.pack('16sP', sys.argv[1].encode(), command.buffer_info()[0])
      fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), 0x8946, request)
      print(struct.unpack_from('I', command, 8)[0])
      """
    return Int(try await run("python3", "-c", program, name).filter { !$0.isNewline })
  }

  /// Runs `body` while there is a TAP device of this name, which is up.
  package func withTAP(_ name: String, _ body: () async throws -> Void) async throws {
    try await run("ip", "tuntap", "add", name, "mode", "tap")
    try await run("ip", "link", "set", name, "up")
    try await with(name, body)
  }

  /// Runs `body` while there is a device of this name to put others upon, as on a physical one.
  package func withLowerDevice(_ name: String, _ body: () async throws -> Void) async throws {
    try await run("ip", "link", "add", name, "up", "type", "veth", "peer", "name", "\(name)p")
    try await run("ip", "link", "set", "\(name)p", "up")
    try await with(name, body)
  }

  /// Runs `body` while there is a bridge of this name.
  package func withBridge(_ name: String, _ body: () async throws -> Void) async throws {
    try await run("ip", "link", "add", name, "up", "type", "bridge")
    try await with(name, body)
  }

  private func with(_ name: String, _ body: () async throws -> Void) async throws {
    try await always({ try await run("ip", "link", "delete", name) }, after: body)
  }
}
