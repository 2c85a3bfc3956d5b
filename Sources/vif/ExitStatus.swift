import ArgumentParser

/// What the exit status of a command that talks to libvirt means.
enum ExitStatus {
  /// libvirt or the tool refused, or could not.
  static let failed = ExitCode(1)
  /// The input cannot be read.
  static let unreadable = ExitCode(2)
  /// No such domain or interface, or more than one.
  static let notFound = ExitCode(3)
  /// Time was up, and the guest still had the device.
  static let stillAttached = ExitCode(4)
}
