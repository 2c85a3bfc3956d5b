import Glibc

/// Whether guests can be started here.
package enum Availability {
  /// What Debian names QEMU's x86 emulator.
  static let emulator = "/usr/bin/qemu-system-x86_64"

  /// Whether this process is root in the lab's namespaces, and QEMU is installed.
  package static var isLab: Bool {
    unsafe geteuid() == 0 && getenv("VIF_LAB") != nil && access(emulator, X_OK) == 0
  }

  /// What a test that was skipped without them says.
  package static let reason =
    "needs root, QEMU and Tests/Lab/in-namespaces.sh: it plugs NICs into a real guest"
}
