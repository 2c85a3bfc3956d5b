package import Diagnostics

extension CodeExplanation {
  /// Of the codes of addresses and identifiers.
  package static let ofAddresses = [
    CodeExplanation(
      .macMalformed,
      """
      The text is no MAC address. os-vif writes six pairs of hexadecimal digits with colons between \
      them, and dashes are taken there too. libvirt wants colons, takes groups of one digit, and \
      passes over what stands behind a blank. Write six pairs with colons.
      """,
      .document(
        """
        <interface type='bridge'>
          <mac address='fa-16-3e-00-00-01'/>
          <source bridge='br0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .pciMalformed,
      """
      The text is no PCI address. It is domain, bus, slot and function in hexadecimal, as \
      0000:0a:1f.7: slots go up to 1f and functions up to 7. The domain must be there: copy the \
      address from 'lspci -D'.
      """,
      .settings(#"{"address": "0a:00.1"}"#)
    ),
    CodeExplanation(
      .uuidMalformed,
      """
      The text is no UUID: that has 32 hexadecimal digits, with dashes or without. libvirt takes \
      dashes and blanks between the bytes, but no braces and nothing else around them; os-vif's \
      objects may have braces or 'urn:uuid:'. Anything else would be written into the domain and \
      found by nobody.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'>
            <parameters interfaceid='port-7'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .ipMalformed,
      """
      The text is no IP address. libvirt reads IPv4 as inet_aton does, so 10.1 is 10.0.0.1 and a \
      leading zero makes a part octal; os-vif's objects take four decimal parts only. Names of hosts \
      are never looked up. Write the address in full.
      """,
      .document(
        """
        <interface type='user'>
          <ip address='localhost'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .ipNetworkMalformed,
      """
      The text is no IP network. That is an address, mostly with the length of its prefix behind a \
      slash: up to 32 for IPv4 and 128 for IPv6. os-vif takes a netmask behind the slash too, and \
      an address alone for a network of one host.
      """,
      .object(
        """
        {"versioned_object.name": "Route", "versioned_object.namespace": "os_vif",
         "versioned_object.version": "1.0",
         "versioned_object.data": {"cidr": "10.0.0.0/33"}}
        """
      )
    ),
  ]
}
