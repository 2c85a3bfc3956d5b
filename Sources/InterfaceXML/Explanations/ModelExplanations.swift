import Diagnostics

extension CodeExplanation {
  /// Of what a type of interface or a model cannot carry.
  static let ofModels = [
    CodeExplanation(
      .elementUnsupportedByType,
      """
      An interface of this type cannot carry this element. What libvirt refuses in a definition is an \
      error, as a virtualport on type user or a vlan (since 12.0) where nobody tags; what it drops \
      without a word is dropped, as filterref outside network, bridge and ethernet. What only QEMU or \
      the start refuses, or what has no effect, is a note: mtu on direct, hostdev, vdpa and vhostuser, \
      coalesce on other types than network and bridge. Leave the element out, or take a type of those \
      that the message names. In a translation it is always an error.
      """,
      .document(
        """
        <interface type='vhostuser'>
          <source type='unix' path='/run/vhu0' mode='client'/>
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
          <filterref filter='clean-traffic'/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='direct'>
          <source dev='eth0' mode='bridge'/>
          <mtu size='9000'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .trustModel,
      """
      trustGuestRxFilters has an effect on virtio models only. The host follows the guest's changes of \
      MAC address and multicast filters by a message that virtio devices send; libvirt takes the \
      attribute beside any model. Make the model virtio, or leave the attribute out.
      """,
      .document(
        """
        <interface type='direct' trustGuestRxFilters='yes'>
          <source dev='eth0' mode='bridge'/>
          <model type='e1000'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .modelVirtioOnly,
      """
      This type of interface has virtio devices only. vhost-user and vDPA are protocols of virtio's \
      queues. libvirt before 11.1 refuses a vhostuser interface with another model or without one; \
      since then virtio is the default, and the QEMU driver refuses others, which is a note here. \
      Write <model type='virtio'/>.
      """,
      .document(
        """
        <interface type='vhostuser'>
          <source type='unix' path='/run/vhu0' mode='client'/>
        </interface>
        """,
        libvirt: "9.0.0"
      ),
      .document(
        """
        <interface type='vdpa'>
          <source dev='/dev/vhost-vdpa-0'/>
          <model type='e1000'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .mtuZero,
      """
      An mtu of 0 bytes says nothing to libvirt, which drops it. Leave <mtu> out; the device then has \
      the bridge's MTU. In the guest settings 0 means just that: no mtu, whatever the network says.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <mtu size='0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .coalesceZero,
      """
      Coalescing of 0 frames is what libvirt does without the element, so it drops it. It passes the \
      number to the TAP device (as 'ethtool -C DEV rx-frames N') and 0 is the kernel's default. Leave \
      <coalesce> out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <coalesce>
            <rx>
              <frames max='0'/>
            </rx>
          </coalesce>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .teamingPartner,
      """
      The persistent part of a failover pair names a partner. Only the transient part does: the host \
      device that leaves when the guest migrates names the alias of the virtio interface that stays. \
      libvirt refuses the other way round. Leave the attribute persistent out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <teaming type='persistent' persistent='ua-vf'/>
        </interface>
        """
      ),
      .settings(#"{"teaming": {"type": "persistent", "persistent": "ua-vf"}}"#)
    ),
  ]
}
