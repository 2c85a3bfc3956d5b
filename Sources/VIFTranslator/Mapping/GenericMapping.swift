import Diagnostics
import InterfaceXML
import VIFModel

/// VIFGeneric: a TAP device that the plugin has set up.
extension VIFGeneric {
  func interface(_ guest: GuestSettings) throws(Diagnostic) -> Interface {
    let dev = try DeviceName(vifName, field: "vif_name", because: "it names the TAP device")
    // The plugin has made the TAP: libvirt would refuse to make it once more.
    let target = Target(dev: dev, managed: guest.tapManaged == true ? nil : false)
    return Interface(source: .ethernet(), target: target)
  }
}
