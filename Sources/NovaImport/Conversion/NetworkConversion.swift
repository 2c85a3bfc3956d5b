import Diagnostics
import JSONText
import VIFModel

extension NetworkRecord {
  /// The network as os-vif's object.
  ///
  /// - Throws: `key.missing` when the plugin is to make a VLAN device and there is no VLAN.
  func network(forPlugin: Bool) throws(Diagnostic) -> Network {
    var network = Network()
    network.id = id
    network.bridge = bridge
    network.label = label
    network.subnets = SubnetList(subnets.map(\.subnet)).asNew
    network.multiHost = multiHost
    network.shouldProvideBridge = shouldCreateBridge
    network.bridgeInterface = bridgeInterface.map { .value($0) } ?? .null
    if let mtu { network.mtu = .value(mtu) }
    if let shouldCreateVLAN {
      network.shouldProvideVLAN = shouldCreateVLAN
      guard vlan != nil || !forPlugin else {
        throw Diagnostic.missingKey("vlan").at("vlan").at("meta").at("network")
      }
      if let vlan { network.vlan = .value(vlan) }
    }
    return network.asNew
  }
}

extension SubnetRecord {
  fileprivate var subnet: Subnet {
    var subnet = Subnet()
    subnet.cidr = cidr
    subnet.dns = dns
    subnet.gateway = gateway
    subnet.ips = FixedIPList(ips.map(\.fixedIP)).asNew
    subnet.routes = RouteList(routes.map(\.route)).asNew
    return subnet.asNew
  }
}

extension SubnetRecord.FixedAddress {
  fileprivate var fixedIP: FixedIP {
    var ip = FixedIP()
    ip.address = address
    ip.floatingIPs = floating
    return ip.asNew
  }
}

extension SubnetRecord.Route {
  fileprivate var route: VIFModel.Route {
    var route = VIFModel.Route()
    route.cidr = cidr
    route.gateway = gateway
    route.interface = interface
    return route.asNew
  }
}
