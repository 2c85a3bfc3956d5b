import Diagnostics
import VIFModel

/// Where in the input the elements of an interface come from: the rules of an element speak of
/// the element, and whoever mends the input wants to know the field or setting.
struct ElementPlaces: Hashable, Sendable {
  private let guestHasVLAN: Bool
  private let guestHasMTU: Bool
  /// The field that the device below a macvtap device, or a vDPA device, was found by.
  private let lowerDeviceField: String

  init(vif: borrowing VIF, guest: borrowing GuestSettings) {
    guestHasVLAN = guest.vlan != nil
    guestHasMTU = guest.mtu != .network
    if case .direct(let vif) = copy vif, vif.hasVLANDevice {
      lowerDeviceField = "vlan_name"
    } else {
      lowerDeviceField = "dev_address"
    }
  }

  /// The diagnostic of a document, whose root is on the way to each element.
  func placedBelowRoot(_ root: Diagnostic) -> Diagnostic {
    placed(root.at(JSONPointer(Array(root.path.components.dropFirst()))))
  }

  /// The diagnostic, with the way through the elements replaced by the way through the input.
  func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    let way = diagnostic.path.components
    guard let element = way.first else { return diagnostic }
    let rest = Array(way.dropFirst())
    switch element {
    case "mac": return diagnostic.at(Places.vif("address"))
    case "vlan" where !guestHasVLAN: return diagnostic.at(Places.vif("network", "vlan"))
    case "mtu" where !guestHasMTU: return diagnostic.at(Places.vif("network", "mtu"))
    case "virtualport": return diagnostic.at(virtualPort(rest))
    case "target": return diagnostic.at(target(rest))
    case "source": return diagnostic.at(source(rest))
    default: return diagnostic.at(JSONPointer(["guest"] + way))
    }
  }

  private func virtualPort(_ rest: [String]) -> JSONPointer {
    switch rest.first {
    case "mode": Places.vif("mode")
    case let field?: Places.vif("port_profile", field)
    case nil: Places.vif("port_profile")
    }
  }

  private func target(_ rest: [String]) -> JSONPointer {
    rest == ["managed"] ? Places.guest("tapManaged") : Places.vif("vif_name")
  }

  private func source(_ rest: [String]) -> JSONPointer {
    switch rest.first {
    case "reconnect": Places.guest("reconnect")
    case "bridge": Places.vif("bridge_name")
    case "dev": Places.vif(lowerDeviceField)
    default: Places.vif("path")
    }
  }
}
