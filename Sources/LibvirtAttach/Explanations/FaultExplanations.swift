package import Diagnostics

extension CodeExplanation {
  /// Of the faults that libvirt reports, out of the table that finds them.
  package static let ofLibvirtFaults: [CodeExplanation] = {
    let elsewhere: Set<Diagnostic.Code> = [
      .domainNotRunning, .domainTransient, .domainMissing, .attachDuplicateAlias,
      .interfaceAmbiguous, .interfaceNotFound, .connectionLost, .guestLeftover, .hostDeviceExists,
      .hostPortProfile, .libvirtNotLoaded,
    ]
    var codes: [Diagnostic.Code] = []
    for fault in LibvirtFault.all where !elsewhere.contains(fault.code) {
      if !codes.contains(fault.code) { codes.append(fault.code) }
    }
    return codes.map { code in
      let faults = LibvirtFault.all.filter { $0.code == code }
      let advice = faults.prefix(1).flatMap { [$0.meaning, $0.remedy].compactMap(\.self) }
      let answers = faults.map(\.answer).joined(separator: ", or ")
      return CodeExplanation(
        code,
        (advice.map(sentence) + ["libvirt's own words stand beside it: \(answers)."])
          .joined(separator: " ")
      )
    }
  }()

  private static func sentence(_ clause: String) -> String {
    "\(clause.prefix(1).uppercased())\(clause.dropFirst())."
  }
}

extension LibvirtFault {
  /// What libvirt answers, as `error 38 with 'No such device'`.
  fileprivate var answer: String {
    words.isEmpty
      ? "error \(number)"
      : "error \(number) with '" + words.joined(separator: "' and '") + "'"
  }
}
