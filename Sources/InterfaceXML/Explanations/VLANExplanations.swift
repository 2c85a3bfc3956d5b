import Diagnostics

extension CodeExplanation {
  /// Of VLANs.
  static let ofVLANs = [
    CodeExplanation(
      .vlanNoTag,
      """
      A vlan has no tag. libvirt refuses it, as it would say nothing. Add a <tag id='…'/>, or leave \
      <vlan> out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <vlan trunk='yes'/>
          <virtualport type='openvswitch'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vlanNative,
      """
      More than one tag has a nativeMode. A trunk has one native VLAN, whose frames may go untagged, \
      and libvirt refuses a second. Keep nativeMode on one tag.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <vlan trunk='yes'>
            <tag id='1' nativeMode='tagged'/>
            <tag id='2' nativeMode='untagged'/>
          </vlan>
          <virtualport type='openvswitch'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vlanTrunk,
      """
      A vlan says something else of being a trunk than follows from its tags. Several tags, or a \
      native one, always make a trunk, and libvirt refuses trunk='no' beside them. A virtual function \
      (SR-IOV) can have one VLAN and no trunk: libvirt refuses to start it, so that is a note. Leave \
      trunk out, or one tag in.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <vlan trunk='no'>
            <tag id='1'/>
            <tag id='2'/>
          </vlan>
          <virtualport type='openvswitch'/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='passthrough'/>
          <vlan>
            <tag id='1'/>
            <tag id='2'/>
          </vlan>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vlanRepeated,
      """
      Two tags of a vlan have the same id. libvirt takes them, and gives the nativeMode of one to both, \
      so that the document comes back as another. Name each VLAN once.
      """,
      .settings(#"{"vlan": {"tags": [{"id": 7}, {"id": 7}]}}"#)
    ),
    CodeExplanation(
      .vlanVirtualPort,
      """
      A vlan stands beside an 802.1Qbh port. The switch's profile has the VLAN, and libvirt refuses to \
      start a virtual function with both. Leave <vlan> out.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='passthrough'/>
          <vlan>
            <tag id='42'/>
          </vlan>
          <virtualport type='802.1Qbh'>
            <parameters profileid='web'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vlanMode,
      """
      A direct interface has a vlan in another mode than passthrough. Only there the whole virtual \
      function is the guest's, and is told its VLAN; macvtap in the other modes cannot tag. libvirt \
      refuses it in a definition since 12.0, and before when the guest starts, which is a note. Use \
      mode passthrough, or put the guest on a VLAN device of the host, as eth0.42.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='bridge'/>
          <vlan>
            <tag id='42'/>
          </vlan>
        </interface>
        """
      ),
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='bridge'/>
          <vlan>
            <tag id='42'/>
          </vlan>
        </interface>
        """,
        libvirt: "11.3.0"
      )
    ),
    CodeExplanation(
      .vlanLinuxBridge,
      """
      A vlan on a Linux bridge works with libvirt 11.0 and newer only. Those set it on the bridge's \
      port, and the bridge must filter by VLAN. Older ones take the definition and refuse to plug the \
      NIC in ('vlan tag not supported for this connection type'). With Open vSwitch, write its \
      virtualport; else put the guest on the bridge of a VLAN device.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <vlan>
            <tag id='42'/>
          </vlan>
        </interface>
        """
      )
    ),
  ]
}
