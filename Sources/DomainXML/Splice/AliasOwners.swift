import Diagnostics
import InterfaceXML

/// Which devices of a domain, of whatever kind, have an alias.
///
/// libvirt refuses a domain in which two have the same.
struct AliasOwners {
  private struct Owner {
    let place: DevicePlace
    let name: String
  }

  private var owners: [String: [Owner]] = [:]

  init(in domain: DomainDocument) {
    for container in domain.containers {
      for (child, element) in container.element.children.enumerated() {
        guard let alias = element.first("alias")?["name"] else { continue }
        let place = DevicePlace(container: container.index, child: child)
        owners[alias, default: []].append(Owner(place: place, name: element.name))
      }
    }
  }

  /// Checks that no device but the one that goes for it has a new device's lasting alias.
  ///
  /// - Throws: `splice.conflict`.
  func checkThatAliasIsFree(
    for device: AttachedInterface,
    inPlaceOf old: DevicePlace?
  ) throws(Diagnostic) {
    guard let alias = device.lastingAlias,
      let owner = owners[alias]?.first(where: { $0.place != old })
    else { return }
    throw Diagnostic(
      .spliceConflict,
      "a <\(owner.name)> of the domain has the alias '\(Diagnostic.shortened(alias))' already",
      value: alias
    )
  }
}
