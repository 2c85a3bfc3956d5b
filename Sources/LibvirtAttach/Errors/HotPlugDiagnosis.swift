public import Diagnostics
import DomainXML
import InterfaceXML

extension HotPlugError {
  /// The fault as operators and programs are told of it: a stable code, words, and what to do.
  ///
  /// libvirt's own words are in the error itself.
  public var diagnosis: Diagnostic {
    switch self {
    case .libvirt(let error): error.diagnosis
    case .domainNotFound(let name, _):
      Diagnostic(.domainMissing, "there is no domain '\(Diagnostic.shortened(name))'", value: name)
    case .interfaceNotFound(let selector):
      Diagnostic(
        .interfaceNotFound,
        "the domain has no interface \(selector)",
        value: "\(selector)"
      )
    case .ambiguous(let selector, let candidates):
      Diagnostic(
        .interfaceAmbiguous,
        "\(candidates.count) interfaces are \(selector)",
        value: "\(selector)",
        remedy: "tell them apart by alias or PCI address"
      )
    case .refused(let diagnostic): diagnostic
    case .connectionLost(let loss, let wasSent):
      Diagnostic(
        .connectionLost,
        "\(loss)" + (wasSent ? "; whether the call was carried out is unknown" : ""),
        remedy: "open the connection again"
      )
    case .connectionClosed: Diagnostic(.connectionClosed, "the connection was closed")
    case .unanswered(let call): Diagnostic(call.code, "\(call)")
    case .differs(let device, let definition, let differences):
      Diagnostic(
        .attachDiffers,
        "\(definition.place) has that device already (\(device.identity)), and it differs: "
          + differences.map(\.words).joined(separator: ", "),
        remedy: "update it, or detach it first"
      )
    case .ineffective(let device, let definition, let differences):
      Diagnostic(
        .updateNoEffect,
        "libvirt reported the update as done, and \(definition.place)'s device (\(device.identity)) is "
          + "as it was: " + differences.map(\.words).joined(separator: ", "),
        remedy: "leave that out, or detach the device and attach it anew"
      )
    case .interrupted(let cause, let sighting):
      Diagnostic(
        .changeInterrupted,
        "\(cause); a look at the domain shows: \(sighting)",
        remedy: cause.isRefusal && sighting.live != .underWay
          ? "mend that, and run the command again, which goes on from there"
          : "look again, since a request that waits at libvirt may still be carried out"
      )
    case .rolledBack(let cause, let isWhole):
      Diagnostic(
        isWhole ? .changeRolledBack : .changeNotRolledBack,
        "\(cause); "
          + (isWhole
            ? "what had been done was undone" : "not all that had been done could be undone"),
        remedy: isWhole ? nil : "look at the domain, and run the command again"
      )
    case .contradicted(let sighting, let guestEnded):
      Diagnostic(
        .changeContradicted,
        "libvirt reported success, and a look at the domain shows: \(sighting)"
          + (guestEnded ? "; the guest has ended" : "")
      )
    }
  }
}

extension HotPlugError {
  /// Whether libvirt has answered, and has not done what was asked.
  fileprivate var isRefusal: Bool {
    if case .libvirt(let error) = self {
      error.code != LibvirtError.operationTimeout
    } else {
      false
    }
  }
}

extension UnansweredCall {
  fileprivate var code: Diagnostic.Code {
    switch reason {
    case .deadline: .callDeadline
    case .cancelled: .callCancelled
    case .congested: .callCongested
    }
  }
}

extension Diagnostic.Code {
  /// No domain has this name, UUID or id.
  public static let domainMissing = Self(rawValue: "domain.missing")
  /// The connection to libvirt was lost.
  public static let connectionLost = Self(rawValue: "connection.lost")
  /// The connection to libvirt was closed on purpose.
  public static let connectionClosed = Self(rawValue: "connection.closed")
  /// libvirt did not answer in time.
  public static let callDeadline = Self(rawValue: "call.deadline")
  /// The caller's task was cancelled.
  public static let callCancelled = Self(rawValue: "call.cancelled")
  /// Too many calls are unanswered for one more to be begun.
  public static let callCongested = Self(rawValue: "call.congested")
  /// A device that is to be attached is there already, and differs.
  public static let attachDiffers = Self(rawValue: "attach.differs")
  /// libvirt reported an update as done that changed nothing.
  public static let updateNoEffect = Self(rawValue: "update.no-effect")
  /// A change was cut off, and its outcome is not known for certain.
  public static let changeInterrupted = Self(rawValue: "change.interrupted")
  /// A device is there as it is asked for, while libvirt is still at a change of the guest.
  public static let changeUnderWay = Self(rawValue: "change.under-way")
  /// A change failed in the middle, and was undone.
  public static let changeRolledBack = Self(rawValue: "change.rolled-back")
  /// A change failed in the middle, and could not wholly be undone.
  public static let changeNotRolledBack = Self(rawValue: "change.not-rolled-back")
  /// libvirt reported success, and the domain shows something else.
  public static let changeContradicted = Self(rawValue: "change.contradicted")
}
