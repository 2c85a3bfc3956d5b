package import Diagnostics
package import DomainXML
package import InterfaceXML

/// How a device stands in one definition, beside what is asked for.
package enum Standing: Hashable, Sendable {
  /// It is not there.
  case absent
  /// It is there, as it is asked for.
  case equal(AttachedInterface)
  /// It is there, and differs: on the left what it has, on the right what is asked.
  case different(AttachedInterface, [InterfaceDifference])

  /// The device that is there.
  package var device: AttachedInterface? {
    switch self {
    case .absent: nil
    case .equal(let device), .different(let device, _): device
    }
  }

  /// Whether the device is there, and as it is to be.
  var presence: Sighting.Presence {
    switch self {
    case .absent: .absent
    case .equal: .present
    case .different: .different
    }
  }
}

extension DomainDescription {
  /// How the device that a document asks for stands here: of several, the newest.
  ///
  /// - Parameter ownership: Whether a foreign device with the MAC address counts, too.
  /// - Throws: What in the document libvirt would refuse.
  package func standing(
    of document: AttachDocument,
    _ ownership: Ownership = .vifs
  ) throws(Diagnostic) -> Standing {
    guard let place = newestPlace(of: document, ownership) else { return .absent }
    let differences = try document.differences(from: devices[place])
    return differences.isEmpty
      ? .equal(devices[place]) : .different(devices[place], differences)
  }
}
