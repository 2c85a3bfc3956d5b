import Diagnostics

extension CodeExplanation {
  /// Of limits of traffic.
  static let ofBandwidth = [
    CodeExplanation(
      .bandwidthEmpty,
      """
      A bandwidth limits neither direction. libvirt drops such an element, so nothing would be \
      limited. Give inbound, outbound or both, or leave bandwidth out.
      """,
      .settings(#"{"bandwidth": {}}"#)
    ),
    CodeExplanation(
      .bandwidthClass,
      """
      A class of traffic is named in an interface's bandwidth. libvirt gives classes to the interfaces \
      of a network by itself, and refuses one that is asked for. Leave classID out.
      """,
      .document(
        """
        <interface type='network'>
          <source network='default'/>
          <bandwidth classID='3'>
            <inbound average='1000'/>
          </bandwidth>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .bandwidthFloor,
      """
      A rate is to be kept free where no network can keep it. Only the inbound traffic of an interface \
      of type network can have a floor, as libvirt's network shares out what its bridge has. Before \
      libvirt 11.0 a floor of 0 passes for none; else it is refused. No VIF becomes type network, so \
      the guest settings have no floor. Leave floor out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <bandwidth>
            <inbound average='1000' floor='500'/>
          </bandwidth>
        </interface>
        """
      ),
      .settings(#"{"bandwidth": {"inbound": {"average": 1000, "floor": 500}}}"#)
    ),
  ]

  /// Of filters, and of what switches a port of a Linux bridge.
  static let ofFilters = [
    CodeExplanation(
      .filterName,
      """
      The text cannot be the name of a filter. libvirt's schema takes a letter or '_', then ASCII \
      letters, digits, '_', '.' and '-'; the parser takes more, and libvirt prints some of that \
      unescaped. 'virsh nwfilter-list' shows the filters that there are.
      """,
      .settings(#"{"filterref": {"filter": "clean traffic"}}"#)
    ),
    CodeExplanation(
      .filterParameter,
      """
      libvirt drops a filter parameter of such a name or value without a word. Names are of ASCII \
      letters, digits and '_', values of those, '.' and ':'. A dropped IP lets the filter learn the \
      address from the first packet, and so trust the guest. A list is the same name several times, \
      not commas.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <filterref filter='clean-traffic'>
            <parameter name='IP' value='10.0.0.7,10.0.0.8'/>
          </filterref>
        </interface>
        """
      ),
      .settings(
        """
        {"filterref": {"filter": "clean-traffic",
                       "parameters": [{"name": "IP", "value": "10.0.0.7/32"}]}}
        """
      )
    ),
    CodeExplanation(
      .filterVirtualPort,
      """
      A filter stands beside a virtualport. libvirt filters by ebtables and iptables, which the \
      packets of an Open vSwitch port do not pass: it takes the definition, and refuses the start. \
      Let the switch filter, and leave filterref out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'/>
          <filterref filter='clean-traffic'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .portVirtualPort,
      """
      Isolation is asked of a port with a virtualport. It is a flag of the kernel's bridge (since \
      libvirt 6.1), which Open vSwitch and macvtap do not have, and libvirt refuses the definition. \
      Leave <port> out; in Open vSwitch, flows do the same.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'/>
          <port isolated='yes'/>
        </interface>
        """
      )
    ),
  ]
}
