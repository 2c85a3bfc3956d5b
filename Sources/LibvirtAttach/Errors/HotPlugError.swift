public import Diagnostics
public import InterfaceXML

/// Why a domain's devices could not be changed or read.
public enum HotPlugError: Error, Hashable, Sendable {
  /// libvirt refused, or could not.
  case libvirt(LibvirtError)
  /// The connection was lost; if the call was sent, whether it was carried out is unknown.
  case connectionLost(ConnectionLoss, wasSent: Bool)
  /// The connection was closed on purpose.
  case connectionClosed
  /// The caller no longer waits for libvirt's answer.
  case unanswered(UnansweredCall)
  /// No domain has this name, UUID or id; with libvirt's own error for it.
  case domainNotFound(String, LibvirtError)
  /// No device of the domain is the one that was asked for.
  case interfaceNotFound(InterfaceSelector)
  /// Several devices of the domain are; all of them.
  case ambiguous(InterfaceSelector, [AttachedInterface])
  /// The request is not one to send to libvirt.
  case refused(Diagnostic)
  /// The domain has the device already, and it differs from what is asked for: what it has is on the
  /// left, what is asked on the right.
  case differs(AttachedInterface, Definition, [InterfaceDifference])
  /// libvirt reported an update as done, and the device is as it was: what it has is on the left, what
  /// is asked on the right.
  case ineffective(AttachedInterface, Definition, [InterfaceDifference])
  /// A change was cut off, and what can be known of it is this.
  indirect case interrupted(HotPlugError, Sighting)
  /// A change failed in the middle, and what had been done was undone, wholly or as far as it could be.
  indirect case rolledBack(HotPlugError, isWhole: Bool)
  /// libvirt reported success, and a look at the domain shows something else.
  case contradicted(Sighting, guestEnded: Bool)
}

extension HotPlugError {
  /// libvirt's own error, if there is one behind this.
  public var libvirtError: LibvirtError? {
    switch self {
    case .libvirt(let error), .domainNotFound(_, let error): error
    case .connectionLost(let loss, _): loss.error
    case .interrupted(let cause, _), .rolledBack(let cause, _): cause.libvirtError
    case .connectionClosed, .unanswered, .interfaceNotFound, .ambiguous, .refused, .differs,
      .ineffective, .contradicted:
      nil
    }
  }

  /// What a look at the domain showed, if there was one.
  public var sighting: Sighting? {
    switch self {
    case .interrupted(_, let sighting), .contradicted(let sighting, _): sighting
    default: nil
    }
  }

  /// In what a device differs that is there already, or is as it was; nil for every other error.
  public var differences: [InterfaceDifference]? {
    switch self {
    case .differs(_, _, let differences), .ineffective(_, _, let differences): differences
    default: nil
    }
  }

  /// All devices that an ambiguous selector means; nil for every other error.
  public var candidates: [AttachedInterface]? {
    if case .ambiguous(_, let candidates) = self { candidates } else { nil }
  }
}

extension HotPlugError: CustomStringConvertible {
  /// The reason in one line, with libvirt's own words: what is wrong, and what to do.
  public var description: String {
    let words =
      switch self {
      case .libvirt(let error), .domainNotFound(_, let error): "\(diagnosis.problem): \(error)"
      case .ambiguous(_, let candidates):
        "\(diagnosis.problem): " + candidates.map { "(\($0.identity))" }.joined(separator: ", ")
      case .refused(let diagnostic): diagnostic.message
      default: diagnosis.problem
      }
    guard let remedy = diagnosis.details.remedy else { return words }
    if case .refused = self { return words }
    return "\(words); \(remedy)"
  }
}

extension HotPlugError {
  /// Whether this says that there is no running guest, and so no live definition.
  var meansNoGuest: Bool {
    switch self {
    case .refused(let diagnostic): diagnostic.code == .domainNotRunning
    case .libvirt(let error): error.meansNoGuest
    default: false
    }
  }

  /// Whether what was asked for may have been done all the same.
  var leavesOutcomeOpen: Bool {
    switch self {
    case .connectionLost(_, let wasSent): wasSent
    case .unanswered(let call): call.wasSent && call.reason != .cancelled
    default: false
    }
  }
}
