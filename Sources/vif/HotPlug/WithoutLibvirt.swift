#if !Libvirt
  /// Says how to get a vif that talks to libvirt, and gives what ends the command.
  func builtWithoutLibvirt() -> ExitStatus {
    StandardError.write(
      "error: this vif was built without libvirt: install libvirt-dev and build with --traits Libvirt"
    )
    return .failed
  }
#endif
