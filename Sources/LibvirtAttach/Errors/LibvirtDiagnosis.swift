public import Diagnostics

extension LibvirtError {
  /// What the error means to who runs the machine: a stable code, words, and what to do.
  ///
  /// libvirt has few numbers and many faults, so that most are told by its words, as version 9.0.0
  /// has them. One that is not known has the code `libvirt.other`, and no words but libvirt's.
  public var diagnosis: Diagnostic {
    guard let fault = LibvirtFault.all.first(where: { $0.isMeant(by: self) }) else {
      return Diagnostic(.libvirtOther, "libvirt refused")
    }
    return Diagnostic(fault.code, fault.meaning, remedy: fault.remedy)
  }

  /// Whether a call's error says that the way to the hypervisor is gone, with what the call was to do left
  /// open.
  ///
  /// The connection itself may live on: libvirt notes its end a moment after the call's, and a proxy
  /// daemon's outlives the daemon behind it.
  var meansLoss: Bool {
    domain == Self.remoteDomain
      && [.connectionLost, .connectionTransport].contains(diagnosis.code)
  }
}
