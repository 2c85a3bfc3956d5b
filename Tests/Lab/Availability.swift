import Glibc

/// Whether guests can be started here.
package enum Availability {
  /// What Debian names QEMU's x86 emulator.
  static let emulator = "/usr/bin/qemu-system-x86_64"

  /// The folder that is gone with the lab's namespaces, whatever happens to this process.
  static var scratch: String? {
    guard let path = unsafe getenv("VIF_LAB") else { return nil }
    return unsafe String(cString: path)
  }

  /// Whether this process is root in the lab's namespaces, and QEMU is installed.
  package static var isLab: Bool {
    unsafe access(emulator, X_OK) == 0 && geteuid() == 0 && scratch != nil
  }

  /// What a test that was skipped without them says.
  package static let reason =
    "needs root, QEMU and Tests/Lab/in-namespaces.sh: it plugs NICs into a real guest"
}
