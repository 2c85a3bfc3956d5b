#if !Libvirt
  import ArgumentParser

  /// Says how to get a vif that talks to libvirt, and gives what ends the command.
  func builtWithoutLibvirt() -> ExitCode {
    printToStandardError(
      "error: this vif was built without libvirt: install libvirt-dev and build with --traits Libvirt"
    )
    return ExitStatus.failed
  }
#endif
