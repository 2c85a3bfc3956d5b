import Diagnostics

extension CodeExplanation {
  /// Of what an interface is connected to.
  static let ofSources = ofHostSources + ofSockets + ofBackends

  private static let ofHostSources = [
    CodeExplanation(
      .sourceMissing,
      """
      An interface of this type needs a <source>, and libvirt refuses it without. Only types \
      ethernet, user and null do without one, and vhostuser since libvirt 11.1. Add the element with \
      what the type asks for.
      """,
      .document("<interface type='bridge'/>")
    ),
    CodeExplanation(
      .sourceAddresses,
      """
      There are addresses or routes in the <source> of another type than ethernet. They are set on \
      the host's end of the TAP device, which only type ethernet leaves to libvirt alone; elsewhere \
      libvirt refuses them. For the guest's own addresses put <ip> beside <source>, not into it.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'>
            <ip address='10.0.0.1' prefix='24'/>
          </source>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .sourceState,
      """
      libvirt writes this about a running guest, and drops it from a definition. It is so with portid, \
      bridge and macTableManager of a network's port, the network that a bridge or direct interface \
      came from, and the MAC address that the guest has set. It is no fault in what 'virsh dumpxml' \
      printed. Leave it out of what you define.
      """,
      .document(
        """
        <interface type='bridge'>
          <source network='default' bridge='virbr0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .sourceHostDevice,
      """
      The source of a host device names no device that libvirt can give as a network interface, or \
      names one in two ways. It is a PCI function, or a USB device by <vendor> and <product> or by \
      its address. A mediated device, its model, or a startupPolicy of a PCI device are refused; a \
      USB port is read since libvirt 12.0, and dropped before.
      """,
      .document(
        """
        <interface type='hostdev' managed='yes'>
          <source>
            <vendor id='0x0bda'/>
          </source>
        </interface>
        """
      ),
      .document(
        """
        <interface type='hostdev' managed='yes'>
          <source>
            <address type='usb' bus='1' device='4' port='1.2'/>
          </source>
        </interface>
        """,
        libvirt: "11.3.0"
      )
    ),
    CodeExplanation(
      .hostDeviceKind,
      """
      The element is no <hostdev> of a PCI or USB device. Those are what can be a NIC that libvirt \
      does not know for one, with mode='subsystem' and type='pci' or 'usb'. libvirt knows others, as \
      scsi and mdev; they are no network devices.
      """
    ),
    CodeExplanation(
      .sourceDevice,
      """
      An interface of type user has a source device and not the passt backend. The device is the one \
      whose addresses passt gives to the guest; QEMU's own user network has no use for it, and \
      libvirt drops it. Add <backend type='passt'/>, or leave dev out.
      """,
      .document(
        """
        <interface type='user'>
          <source dev='eth0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vdpaPath,
      """
      This cannot be the path of a vDPA device. It must be absolute, as /dev/vhost-vdpa-0, and without \
      control characters, which libvirt does not keep. libvirt opens it when the guest starts, and \
      fails then. 'ls /dev/vhost-vdpa-*' shows what there is.
      """
    ),
  ]

  private static let ofSockets = [
    CodeExplanation(
      .sourceLocalMissing,
      """
      A udp tunnel has a far end and no near one. QEMU sends to the address and port of <source>, and \
      receives at those of <local> inside it; libvirt refuses the interface without. Add <local>.
      """,
      .document(
        """
        <interface type='udp'>
          <source address='192.0.2.7' port='5558'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .vhostUserPath,
      """
      This cannot be the path of a vhost-user socket. It must be absolute, without control characters, \
      and at most 107 bytes long: a socket's address has 108, the last of them a zero. libvirt takes \
      any text, and QEMU fails when the guest starts.
      """
    ),
    CodeExplanation(
      .vhostUserReconnect,
      """
      Reconnecting is asked of a vhost-user server, which listens and has nobody to connect to. \
      libvirt refuses it: before 11.1 when the interface is read, since then in the QEMU driver, so \
      that it is a note here. Leave <reconnect> out, or make the interface the client.
      """,
      .document(
        """
        <interface type='vhostuser'>
          <source type='unix' path='/run/vhu0' mode='server'>
            <reconnect enabled='yes' timeout='10'/>
          </source>
          <model type='virtio'/>
        </interface>
        """,
        libvirt: "9.0.0"
      ),
      .document(
        """
        <interface type='vhostuser'>
          <source type='unix' path='/run/vhu0' mode='server'>
            <reconnect enabled='yes' timeout='10'/>
          </source>
        </interface>
        """
      )
    ),
  ]

  private static let ofBackends = [
    CodeExplanation(
      .backendPath,
      """
      This cannot be the path of a backend's device, or libvirt would write another one. It must be \
      absolute, without control characters, without '//' inside and without '/' at its end. Write it \
      as libvirt would.
      """,
      .settings(#"{"backend": {"tap": "dev/net/tun"}}"#)
    ),
    CodeExplanation(
      .backendPasst,
      """
      Something needs the passt backend, which the interface does not have. Only passt forwards ports \
      (checked since libvirt 11.1; before, portForward was kept and did nothing) and gives the guest \
      a name (hostname and fqdn, since 11.8). Add <backend type='passt'/> to an interface of type \
      user or vhostuser, or leave the rest out.
      """,
      .document(
        """
        <interface type='user'>
          <portForward proto='tcp'>
            <range start='2022' to='22'/>
          </portForward>
        </interface>
        """
      )
    ),
  ]
}
