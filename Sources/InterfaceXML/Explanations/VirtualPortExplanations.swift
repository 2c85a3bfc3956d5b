import Diagnostics

extension CodeExplanation {
  /// Of ports of switches.
  static let ofVirtualPorts = [
    CodeExplanation(
      .virtualPortExtra,
      """
      A port has a parameter of another kind of port. 802.1Qbg has managerid, typeid, typeidversion \
      and instanceid, 802.1Qbh profileid, openvswitch interfaceid and profileid, midonet interfaceid. \
      libvirt refuses others; beside midonet it drops them before 12.0, and profileid in every \
      version. Leave the parameter out, or mend the type.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br-int'/>
          <virtualport type='openvswitch'>
            <parameters managerid='1'/>
          </virtualport>
        </interface>
        """
      ),
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <virtualport type='midonet'>
            <parameters profileid='web'
              interfaceid='07bd6cea-fb37-4594-b769-90fc51854ee9'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .virtualPortIncomplete,
      """
      A port lacks a parameter that its kind asks for. 802.1Qbg needs managerid, typeid and \
      typeidversion, 802.1Qbh profileid, midonet interfaceid; libvirt makes an instanceid and the \
      interfaceid of openvswitch by itself. Only an interface of type network may leave some to its \
      network. All must stand in one <parameters>: libvirt reads the first one only.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='vepa'/>
          <virtualport type='802.1Qbg'>
            <parameters managerid='1'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .virtualPortMode,
      """
      The port's standard is for another mode of macvtap. 802.1Qbg leaves switching to the switch, \
      which is mode vepa; 802.1Qbh gives the guest a whole virtual function, which is mode \
      passthrough. libvirt takes any mode and the switch may not find the port. Change the mode.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='bridge'/>
          <virtualport type='802.1Qbh'>
            <parameters profileid='web'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .profileIDLength,
      """
      A profile id is empty or longer than 39 bytes. libvirt keeps it in 40, the last of them a zero; \
      it counts bytes and not characters, so 20 umlauts are too many. Shorten the profile's name.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='passthrough'/>
          <virtualport type='802.1Qbh'>
            <parameters profileid='the-profile-of-all-the-web-servers-of-ours'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .qbgManagerReserved,
      """
      The managerid of an 802.1Qbg port is 0, which the standard reserves. libvirt sends it all the \
      same, and the switch may refuse the port. Take the number of the VSI manager, 1 to 255.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='vepa'/>
          <virtualport type='802.1Qbg'>
            <parameters managerid='0' typeid='1193047' typeidversion='1'
              instanceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
          </virtualport>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .qbgInstanceGenerated,
      """
      An 802.1Qbg port has no instanceid, so libvirt makes one, another each time the NIC is defined. \
      The switch then takes the guest for a new station, and what it has for the old one is of no \
      use. Write the VSI instance that the switch knows.
      """,
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='vepa'/>
          <virtualport type='802.1Qbg'>
            <parameters managerid='11' typeid='1193047' typeidversion='1'/>
          </virtualport>
        </interface>
        """
      )
    ),
  ]
}
