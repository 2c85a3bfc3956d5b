import Diagnostics
import InterfaceXML
import VIFModel

/// VIFVHostUser: a vhost-user socket.
extension VIFVHostUser {
  func interface(_ guest: GuestSettings) throws(Diagnostic) -> Interface {
    guard let path else {
      throw Diagnostic.missingField("path", because: "it names the socket").atVIF("path")
    }
    guard let mode else {
      throw Diagnostic.missingField("mode", because: "one end must make the socket")
        .atVIF("mode")
    }
    let sourceMode: VHostUserSource.Mode =
      switch mode {
      case .client: .client
      case .server: .server
      }
    let source = try Places.locating(vif: "path") { () throws(Diagnostic) in
      try VHostUserSource(path: path, mode: sourceMode, reconnect: guest.reconnect)
    }
    let dev = try DeviceName(vifName, field: "vif_name", because: "it names the port on the switch")
    return Interface(source: .vhostuser(source), target: Target(dev: dev))
  }
}
