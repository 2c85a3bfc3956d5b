import Diagnostics
import InterfaceXML
import VIFModel

/// VIFBridge: a port of a Linux bridge, whatever its profile says.
extension VIFBridge {
  func interface() throws(Diagnostic) -> Interface {
    let bridge = try DeviceName(bridgeName, field: "bridge_name", because: "it names the bridge")
    let dev = try DeviceName(vifName, field: "vif_name", because: "it names the TAP device")
    return Interface(source: .bridge(BridgeSource(bridge: bridge)), target: Target(dev: dev))
  }
}
