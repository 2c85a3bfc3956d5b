import Foundation
import ToolRun

/// The host that `with-lab.sh` has built around this process: a libvirtd, guests, and switches.
///
/// This process is in the host's namespaces, so that `ip` and the like show the host's devices.
package struct LabHost: Sendable {
  /// A part of the host that not every machine can have.
  package enum Part: String, Sendable {
    /// libvirtd, and the guests that it runs.
    case guests
    /// The bridge `ovsbr0` of Open vSwitch, and vhost-user ports.
    case openVSwitch = "openvswitch"
    /// The device `edge0`, a station's port at an 802.1Qbg switch.
    case edge
    /// An ssh daemon, through which libvirtd can be reached.
    case ssh
  }

  /// A command that had to work and did not.
  package struct Failure: Error {
    let command: [String]
    let errors: String
  }

  /// The folder of the host's own files, gone with the host.
  package let folder: String

  /// The host around this process; nil where there is none.
  package init?() {
    guard let folder = Availability.scratch, Self.has(.guests) else { return nil }
    self.folder = folder
  }

  /// Whether there is a host that has this part.
  package static func has(_ part: Part) -> Bool {
    guard let folder = Availability.scratch else { return false }
    return FileManager.default.fileExists(atPath: "\(folder)/parts/\(part.rawValue)")
  }

  /// What a test that was skipped without a part says.
  package static func reason(_ part: Part) -> String {
    "needs Tests/Lab/with-lab.sh, and the lab's \(part.rawValue)"
  }

  /// The socket of its libvirtd.
  package var socket: String { "\(folder)/libvirt/libvirt-sock" }

  /// The URI of its libvirtd.
  package var uri: String { "qemu+unix:///system?socket=\(socket)" }

  /// The URI of its libvirtd through ssh.
  ///
  /// - Parameters:
  ///   - key: The file of a key: `key`, which the host takes, or `other-key`.
  ///   - name: The host's; its own key is known by its address alone.
  ///   - options: More of libvirt's, as `no_tty=1`.
  package func uriThroughSSH(
    _ key: String,
    to name: String = "127.0.0.1",
    _ options: String...
  ) -> String {
    let options = ["keyfile=\(folder)/ssh/\(key)"] + options
    return "qemu+ssh://root@\(name):2222/system?\(options.joined(separator: "&"))"
  }

  /// Runs a command that has to work, and gives what it wrote.
  @discardableResult
  package func run(_ program: String, _ arguments: String...) async throws -> String {
    try await run(program, arguments)
  }

  @discardableResult
  func run(_ program: String, _ arguments: [String]) async throws -> String {
    let command = try await Command(program, arguments)
    guard command.status == 0 else {
      throw Failure(command: [program] + arguments, errors: command.errors)
    }
    return command.output
  }

  /// The text of a file in the host's folder; empty where there is none yet.
  func text(of name: String) -> String {
    (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
  }

  /// Whether something becomes true within a time that is ample for any machine.
  package func eventually(_ isTrue: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      if try await isTrue() { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try await isTrue()
  }
}
