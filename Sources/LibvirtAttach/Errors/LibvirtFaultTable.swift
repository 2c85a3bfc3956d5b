extension LibvirtFault {
  /// What the host lacks.
  static let host = [
    LibvirtFault(
      LibvirtError.systemError,
      "Cannot get interface MTU on",
      "No such device",
      code: .hostBridgeMissing,
      "the bridge is not there",
      remedy: "make the bridge first"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Unable to add bridge",
      "Operation not supported",
      code: .hostNotALinuxBridge,
      "the device that is to be the bridge is no Linux bridge",
      remedy: "an Open vSwitch bridge needs a VIF with an Open vSwitch profile"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Unable to get index for interface",
      "No such device",
      code: .hostDeviceMissing,
      "the host's network device is not there"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Address already in use",
      code: .hostMACInUse,
      "another device on the same lower device has that MAC address"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Numerical result out of range",
      code: .hostDeviceNameTooLong,
      "the name of the host's device is longer than 15 bytes"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "for vdpa device",
      code: .hostVDPAUnopened,
      "the vDPA device cannot be opened",
      remedy:
        "load vhost_vdpa, and make the device with 'vdpa dev add': it is /dev/vhost-vdpa-N then"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "to OVS bridge",
      code: .hostOVSPort,
      "Open vSwitch did not take the port: it does not run, does not answer, or has no such bridge",
      remedy: "look at ovs-vsctl show; a port that was left over goes with ovs-vsctl del-port"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "specified dev doesn't exist",
      code: .hostTAPMissing,
      "the TAP device that was to be there is not",
      remedy: "whoever plugs the VIF has to make it first"
    ),
    LibvirtFault(
      LibvirtError.operationInvalid,
      "interface already exists",
      code: .hostDeviceExists,
      "the host has a device of that name already",
      remedy:
        "it belongs to another guest, was left over by an attach that was cut off, or is one to "
        + "be used with tapManaged off: see 'vif explain host.device-exists'"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "chardev-add",
      "Failed to connect to",
      code: .hostVhostUserSocket,
      "nobody listens at the vhost-user socket",
      remedy: "start the switch that serves it first"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "referenced filter",
      "is missing",
      code: .hostFilterMissing,
      "the network filter is not defined",
      remedy: "see virsh nwfilter-list"
    ),
    LibvirtFault(
      43,
      code: .hostNetworkMissing,
      "there is no such libvirt network"
    ),
    LibvirtFault(
      LibvirtError.configurationUnsupported,
      "host doesn't support",
      "PCI",
      code: .hostNoPassthrough,
      "the host cannot hand PCI devices through",
      remedy:
        "switch its IOMMU on, in the firmware and with intel_iommu=on or amd_iommu=on, and load "
        + "vfio-pci"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "PortProfileRequest",
      code: .hostPortProfile,
      "the port profile could not be associated",
      remedy:
        "802.1Qbg needs lldpad on the host, 802.1Qbh a NIC whose driver supports it; libvirtd's log "
        + "has the kernel's reason"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "IFLA_VF_PORTS is missing",
      code: .hostPortProfileUnanswered,
      "the switch did not answer the association of the port profile"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "Child process (tc ",
      code: .hostNoTrafficShaping,
      "the kernel cannot shape traffic as the bandwidth needs it",
      remedy: "load sch_htb, sch_sfq, cls_fw and act_police"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "vhost-net was requested",
      code: .hostNoVhostNet,
      "the host has no vhost-net"
    ),
  ]

  /// What the guest lacks, or does.
  static let guest = [
    LibvirtFault(
      LibvirtError.internalError,
      "No more available PCI slots",
      code: .guestNoPCISlot,
      "the guest has no free port on its PCI bus for such a device",
      remedy: "use a virtio model on a PCI Express machine, or give the guest more pcie-root-ports"
    ),
    LibvirtFault(
      LibvirtError.xmlError,
      "requires hotplug capability",
      code: .guestNoHotplugPort,
      "that place on the guest's PCI bus takes no device while the guest runs"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "Duplicate ID",
      code: .guestLeftover,
      "the guest has a NIC that libvirt no longer knows of, from an attach that was cut off",
      remedy:
        "it goes when the guest is shut off and started again, or as 'vif explain guest.leftover' says"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "in use",
      "PCI",
      code: .guestLeftover,
      "the guest has a NIC that libvirt no longer knows of, from an attach that was cut off",
      remedy:
        "it goes when the guest is shut off and started again, or as 'vif explain guest.leftover' says"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "guest is busy",
      code: .guestBusy,
      "the guest is still busy with the port",
      remedy: "try again in some seconds"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "already in the process of unplug",
      code: .guestUnplugUnderWay,
      "the guest has been asked to give the device up, and has not answered yet"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "End of file from qemu monitor",
      code: .guestEnded,
      "the guest ended meanwhile"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Unable to read from monitor",
      code: .guestEnded,
      "the guest ended meanwhile"
    ),
    LibvirtFault(
      LibvirtError.operationTimeout,
      code: .guestLocked,
      "another change of the domain has not ended",
      remedy: "the guest may hang, as by a vhost-user server socket that nobody connects to"
    ),
    LibvirtFault(
      LibvirtError.operationInvalid,
      "not running",
      code: .domainNotRunning,
      "the domain is not running"
    ),
    LibvirtFault(
      LibvirtError.operationInvalid,
      "transient domains do not have any persistent config",
      code: .domainTransient,
      "the domain is transient: it has no stored configuration"
    ),
    LibvirtFault(LibvirtError.noDomain, code: .domainMissing, "there is no such domain"),
  ]

  /// Which device is meant.
  static let identity = [
    LibvirtFault(
      LibvirtError.configurationUnsupported,
      "non unique alias",
      code: .attachDuplicateAlias,
      "the domain has another device of that alias"
    ),
    LibvirtFault(
      LibvirtError.operationFailed,
      "multiple",
      "found",
      code: .interfaceAmbiguous,
      "several devices of the domain are meant"
    ),
    LibvirtFault(
      LibvirtError.deviceMissing,
      code: .interfaceNotFound,
      "the domain has no such device"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "no device found with alias",
      code: .interfaceNotFound,
      "the domain has no such device"
    ),
  ]

  /// Why libvirt cannot be talked to.
  static let connection = [
    LibvirtFault(
      LibvirtError.systemError,
      LibvirtError.notLoadedWords,
      code: .libvirtNotLoaded,
      "libvirt's client library is not installed, or too old",
      remedy: "install it (Debian: libvirt0)"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Failed to connect socket to",
      code: .connectionNoDaemon,
      "no libvirt daemon listens there",
      remedy: "start it, or choose another URI"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "unable to connect to server",
      code: .connectionNoDaemon,
      "no libvirt daemon listens there",
      remedy: "start it, or choose another URI"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Cannot recv data",
      "Permission denied (",
      code: .connectionSSHKey,
      "ssh was refused: the remote host takes none of the keys that it was offered",
      remedy:
        "name one that it takes with keyfile=PATH in the URI, or give it to ssh-agent; with "
        + "no_tty=1 ssh asks for nothing at the terminal"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Cannot recv data",
      "Host key verification failed",
      code: .connectionHostKey,
      "ssh does not know the remote host's own key, or knows another one",
      remedy: "connect once with ssh, compare the key, and have it noted in known_hosts"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Cannot recv data",
      code: .connectionTransport,
      "the way to the remote host failed",
      remedy: "see whether ssh gets there by itself, and whether libvirt is installed there"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "End of file while reading data",
      code: .connectionLost,
      "libvirt's daemon closed the connection"
    ),
    LibvirtFault(
      LibvirtError.systemError,
      "Cannot write data",
      code: .connectionLost,
      "libvirt's daemon closed the connection"
    ),
    LibvirtFault(
      LibvirtError.internalError,
      "client socket is closed",
      code: .connectionLost,
      "libvirt's daemon closed the connection"
    ),
    LibvirtFault(
      LibvirtError.invalidArgument,
      "Missing authentication credentials",
      code: .connectionAuthentication,
      "the other side wants credentials, and nobody is asked for them"
    ),
    LibvirtFault(45, code: .connectionAuthentication, "authentication failed"),
    LibvirtFault(79, code: .connectionAuthentication, "authentication was cancelled"),
    LibvirtFault(
      LibvirtError.operationDenied,
      code: .connectionReadOnly,
      "the connection is for reading only",
      remedy: "open one that may change things"
    ),
    LibvirtFault(
      88,
      code: .connectionDenied,
      "access was denied",
      remedy: "the rules of the host's polkit, or of the daemon, decide who may do this"
    ),
  ]

  /// What libvirt does not do.
  static let request = [
    LibvirtFault(
      LibvirtError.configurationUnsupported,
      "vlan tag not supported",
      code: .requestVLAN,
      "this kind of connection takes no VLAN tag"
    ),
    LibvirtFault(
      LibvirtError.configurationUnsupported,
      code: .requestUnsupported,
      "libvirt or QEMU cannot carry that out"
    ),
    LibvirtFault(84, code: .requestUnsupported, "libvirt cannot change that on a running guest"),
    LibvirtFault(
      LibvirtError.noSupport,
      code: .requestNoSupport,
      "this hypervisor's driver has no such function"
    ),
    LibvirtFault(
      LibvirtError.xmlError,
      code: .requestXML,
      "the element breaks a rule of libvirt's"
    ),
    LibvirtFault(92, code: .requestXML, "the element is not in libvirt's schema"),
    LibvirtFault(
      LibvirtError.invalidArgument,
      code: .requestArgument,
      "an argument is not allowed",
      remedy: "the libvirt there may be too old for it"
    ),
  ]
}
