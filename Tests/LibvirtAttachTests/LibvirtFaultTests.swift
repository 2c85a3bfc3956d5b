import Diagnostics
import Testing

@testable import LibvirtAttach

@Suite struct LibvirtFaultTests {
  /// What libvirt 9.0.0 with QEMU 7.2 answers, word for word.
  static let answers: [(code: Int, domain: Int, message: String, fault: String)] = [
    (
      38, 0, "Cannot get interface MTU on 'brnope': No such device", "host.bridge-missing"
    ),
    (
      38, 0, "Unable to add bridge veth0 port vnet1: Operation not supported",
      "host.not-a-linux-bridge"
    ),
    (38, 0, "Unable to get index for interface ethno: No such device", "host.device-missing"),
    (
      38, 0,
      "Network interface name 'tap0123456789abcdef' is too long: Numerical result out of range",
      "host.device-name-too-long"
    ),
    (
      38, 10, "Unable to open '/dev/vhost-vdpa-0' for vdpa device: No such file or directory",
      "host.vdpa-unopened"
    ),
    (
      1, 0, "internal error: Unable to add port vnet3 to OVS bridge br0", "host.ovs-port"
    ),
    (
      1, 10, "internal error: target managed='no' but specified dev doesn't exist",
      "host.tap-missing"
    ),
    (
      55, 0, "Requested operation is not valid: The veth0 interface already exists",
      "host.device-exists"
    ),
    (
      1, 10,
      """
      internal error: unable to execute QEMU command 'chardev-add': Failed to add chardev \
      'charnet2': Failed to connect to '/run/vhu': No such file or directory
      """,
      "host.vhostuser-socket"
    ),
    (1, 33, "internal error: referenced filter 'nope' is missing", "host.filter-missing"),
    (
      43, 19, "Network not found: no network with matching name 'nope'", "host.network-missing"
    ),
    (
      67, 10,
      "unsupported configuration: host doesn't support passthrough of host PCI devices",
      "host.no-passthrough"
    ),
    (
      67, 10, "unsupported configuration: host doesn't support VFIO PCI passthrough",
      "host.no-passthrough"
    ),
    (1, 11, "internal error: sending of PortProfileRequest failed.", "host.port-profile"),
    (
      1, 0,
      """
      internal error: Child process (tc qdisc add dev vnet6 parent 1:1 handle 2: sfq perturb 10) \
      unexpected exit status 2: Error: Specified qdisc kind is unknown.
      """,
      "host.no-traffic-shaping"
    ),
    (
      1, 0,
      """
      internal error: Child process (tc filter add dev mvt1 parent ffff: protocol all u32 match u32 \
      0 0 police rate 1000kbps burst 1000kb mtu 64kb drop flowid :1) unexpected exit status 2: \
      Error: Failed to load TC action module.
      """,
      "host.no-traffic-shaping"
    ),
    (1, 20, "internal error: No more available PCI slots", "guest.no-pci-slot"),
    (
      27, 20,
      """
      XML error: The device at PCI address 0000:00:09.0 requires hotplug capability, but the PCI \
      controller with index='0' doesn't support hotplug
      """,
      "guest.no-hotplug-port"
    ),
    (
      1, 10,
      """
      internal error: unable to execute QEMU command 'netdev_add': Duplicate ID 'hostnet0' for netdev
      """,
      "guest.leftover"
    ),
    (
      1, 10,
      """
      internal error: unable to execute QEMU command 'device_del': Hot-unplug failed: guest is \
      busy (power indicator blinking)
      """,
      "guest.busy"
    ),
    (
      1, 10,
      """
      internal error: unable to execute QEMU command 'device_del': Device net0 is already in the \
      process of unplug
      """,
      "guest.unplug-under-way"
    ),
    (1, 10, "internal error: End of file from qemu monitor", "guest.ended"),
    (38, 10, "Unable to read from monitor: Connection reset by peer", "guest.ended"),
    (
      68, 0,
      "Timed out during operation: cannot acquire state change lock (held by monitor=remote)",
      "guest.locked"
    ),
    (55, 20, "Requested operation is not valid: domain is not running", "domain.not-running"),
    (
      55, 20,
      "Requested operation is not valid: transient domains do not have any persistent config",
      "domain.transient"
    ),
    (42, 10, "Domain not found: no domain with matching name 'nope'", "domain.missing"),
    (
      67, 20, "unsupported configuration: non unique alias detected: ua-x", "attach.duplicate-alias"
    ),
    (
      9, 20, "operation failed: multiple devices matching MAC address 52:54:00:00:00:77 found",
      "interface.ambiguous"
    ),
    (
      99, 20,
      """
      device not found: no device found at address '(<null>)' matching MAC address \
      '52:54:00:00:99:99' and alias '(<null>)'
      """,
      "interface.not-found"
    ),
    (1, 20, "internal error: no device found with alias net99", "interface.not-found"),
    (
      38, 7, "Failed to connect socket to '/nonexistent/socket': No such file or directory",
      "connection.no-daemon"
    ),
    (
      38, 7, "unable to connect to server at '127.0.0.1:16509': Connection refused",
      "connection.no-daemon"
    ),
    (
      29, 20, "operation forbidden: read only access prevents virDomainAttachDeviceFlags",
      "connection.read-only"
    ),
    (
      38, 7,
      """
      Cannot recv data: root@127.0.0.1: Permission denied (publickey).: Connection reset by peer
      """,
      "connection.ssh-key"
    ),
    (
      38, 7, "Cannot recv data: Host key verification failed.: Connection reset by peer",
      "connection.host-key"
    ),
    (
      38, 7,
      """
      Cannot recv data: ssh: connect to host 127.0.0.1 port 2223: Connection refused: Connection \
      reset by peer
      """,
      "connection.transport"
    ),
    (
      67, 20,
      """
      unsupported configuration: interface 52:54:00:00:01:09 - vlan tag not supported for this \
      connection type
      """,
      "request.vlan"
    ),
    (
      67, 10,
      "unsupported configuration: setting MTU on interface type direct is not supported yet",
      "request.unsupported"
    ),
    (
      27, 20, "XML error: expected unicast mac address, found multicast '01:54:00:00:00:01'",
      "request.xml"
    ),
    (
      3, 20, "this function is not supported by the connection driver: virDomainAttachDeviceFlags",
      "request.no-support"
    ),
    (1, 10, "internal error: something else", "libvirt.other"),
  ]

  @Test(arguments: answers)
  func `tells what libvirt means`(
    code: Int,
    domain: Int,
    message: String,
    fault: String
  ) {
    let error = LibvirtError(code: code, domain: domain, message: message)
    #expect(error.diagnosis.code.rawValue == fault)
    #expect(HotPlugError.libvirt(error).description.contains(message))
  }
}
