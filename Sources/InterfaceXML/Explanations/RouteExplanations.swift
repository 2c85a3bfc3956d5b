import Diagnostics

extension CodeExplanation {
  /// Of IP addresses and routes.
  static let ofRoutes = [
    CodeExplanation(
      .ipPrefixZero,
      """
      libvirt drops a prefix of 0, which it takes for nothing said. The address then has the prefix \
      that goes with it by default. Leave prefix out, or give the real one.
      """,
      .document(
        """
        <interface type='user'>
          <ip address='10.0.2.0' prefix='0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .routeFamily,
      """
      A route mixes addresses of IPv4 and IPv6, or has a netmask for IPv6. libvirt takes a route for \
      one of IPv4 unless it says family='ipv6', and refuses parts of the other family. Add the family, \
      and give a prefix for a netmask.
      """,
      .document(
        """
        <interface type='ethernet'>
          <route address='2001:db8::' prefix='32' gateway='2001:db8::1'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .routeNetwork,
      """
      The network of a route is none: its address has bits behind those of the network, or it has a \
      prefix and a netmask. libvirt takes a route without either for one to everything, so that only \
      0.0.0.0 goes. It refuses the rest. Write the network's own address, with its prefix.
      """,
      .document(
        """
        <interface type='ethernet'>
          <route address='10.1.2.3' prefix='16' gateway='10.0.0.1'/>
        </interface>
        """
      )
    ),
  ]
}
