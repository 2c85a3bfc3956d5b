/// What can go wrong, each of it brought about by a test, in the order of README's table.
enum Fault: String, CaseIterable {
  case daemonKilledAtAttach = "libvirtd killed at a random moment of an attach"
  case daemonKilledAtDetach = "libvirtd killed at a random moment of a detach"
  case daemonKilledAtReplacement = "libvirtd killed while one NIC takes the place of another"
  case nicLeftOver = "NIC that a killed libvirtd has left in QEMU, or its device on the host"
  case daemonStoppedAtAttach = "libvirtd stopped at a random moment of an attach"
  case daemonStoppedAtDetach = "libvirtd stopped at a random moment of a detach"
  case connectionCut = "connection cut during an attach or a detach, libvirtd running on"
  case readOnly = "read-only connection, or the read-only socket"
  case hypervisorKilledAtAttach = "QEMU killed at a random moment of an attach"
  case hypervisorKilledAtDetach = "QEMU killed while a detach waits"
  case hypervisorStoppedAtAttach = "QEMU stopped before an attach"
  case hypervisorStoppedAtDetach = "QEMU stopped before a detach"
  case guestDeaf = "guest that never answers a detach"
  case guestLate = "guest that is busy at first, and answers after 6 s"
  case guestPaused = "paused guest"
  case guestRefuses = "guest that refuses (the event is made up, in front of libvirt)"
  case domainUndefined = "domain undefined while a detach waits"
  case domainDestroyed = "domain destroyed while a detach waits"
  case domainGone = "domain undefined and destroyed while a detach waits"
  case domainTransient = "transient domain"
  case domainShutOff = "domain shut off (`--live`), or not there"
  case configurationUnstored = "configuration that libvirt cannot store, as on a full disk"
  case bridgeMissing = "bridge missing"
  case switchStopped = "Open vSwitch stopped"
  case switchDatabaseGone = "Open vSwitch's database gone, at an attach and at a detach"
  case vhostUserWithoutPeer = "vhost-user socket that no switch connects to"
  case duplicateMAC = "MAC address that another NIC of the domain has"
  case duplicateAlias = "alias that another device of the domain has"
  case ambiguousMAC = "detach by a MAC address that two NICs have"
  case deviceNameTaken = "name of the host's device that is taken"
  case attachedTwice = "the same VIF attached twice"
  case noFreePort = "no free PCI port"
  case twoAttach = "two clients attach the same VIF at once"
  case twoDetach = "two clients detach the same NIC at once"
  case attachBesideDetach = "a client attaches one VIF while another detaches a second"
  case toolKilled = "vif itself killed at any moment of an apply"
  case manyChanges = "many attaches and detaches, in one process"

  /// What virsh and nova do then.
  var others: String {
    switch self {
    case .daemonKilledAtAttach:
      "an error, without a look at the domain; nova takes the port off the host though QEMU may have "
        + "the NIC"
    case .daemonKilledAtDetach: "an error; nova may take the NIC for gone"
    case .daemonKilledAtReplacement: "no such command"
    case .nicLeftOver:
      "\"Duplicate ID\" or \"interface already exists\", at each attach until the guest is shut off"
    case .daemonStoppedAtAttach:
      "both wait without limit; libvirtd attaches all the same when it goes on"
    case .daemonStoppedAtDetach: "both wait without limit"
    case .connectionCut: "no look at the domain; nova: an error, or success if it cannot read"
    case .readOnly: "virsh: \"operation … forbidden\"; nova opens none"
    case .hypervisorKilledAtAttach: "an error; nova takes the port off the host"
    case .hypervisorKilledAtDetach:
      "virsh: an error after 5 s; nova waits its 20 s out, or a KeyError escapes"
    case .hypervisorStoppedAtAttach:
      "both wait without limit; others get \"cannot acquire state change lock\" after 30 s"
    case .hypervisorStoppedAtDetach: "both wait without limit"
    case .guestDeaf:
      "virsh: \"detached successfully\"; nova fails after 160 s, with the port off the host"
    case .guestLate: "virsh: \"guest is busy\", then a false success; nova: an error"
    case .guestPaused: "virsh: a false success after 5 s; nova fails after 160 s without the reason"
    case .guestRefuses: "virsh does not wait for it; nova fails at once"
    case .domainUndefined: "virsh says nothing of the configuration; nova has changed that before"
    case .domainDestroyed:
      "virsh: an error after 5 s; nova waits its time out, or a KeyError escapes"
    case .domainGone: "virsh: \"Domain not found\"; nova takes it for success, 20 s later"
    case .domainTransient: "virsh refuses `--config`; nova changes the running guest alone"
    case .domainShutOff: "virsh says so; nova does nothing, in silence, if it is not stored"
    case .configurationUnstored:
      "an error, and the guest keeps the NIC; nova takes its port off the host"
    case .bridgeMissing: "\"Cannot get interface MTU on 'br…': No such device\""
    case .switchStopped:
      "\"Unable to add port\" after 5 s; the port stays in the database unsaid"
    case .switchDatabaseGone:
      "\"Unable to add port\"; a detach that succeeds, and whose port comes back"
    case .vhostUserWithoutPeer:
      "both wait without limit, and the guest stands still until QEMU is killed"
    case .duplicateMAC: "two NICs, neither of which can be detached by its address"
    case .duplicateAlias: "virsh: \"non unique alias detected\"; nova writes none"
    case .ambiguousMAC: "\"multiple devices matching MAC address\", and not which"
    case .deviceNameTaken: "\"The tap… interface already exists\""
    case .attachedTwice: "two NICs, or \"The tap… interface already exists\""
    case .noFreePort: "\"No more available PCI slots\""
    case .twoAttach: "virsh: two NICs, or an error; nova lets in one at a time"
    case .twoDetach: "virsh: \"already in the process of unplug\"; nova waits"
    case .attachBesideDetach: "virsh: works; nova: works, one at a time"
    case .toolKilled: "no such command; what was done stays, and nobody knows what is missing"
    case .manyChanges: "virsh: a process each; nova: not known"
    }
  }

  /// Its place in the table, from 1.
  var number: Int { 1 + (Self.allCases.firstIndex(of: self) ?? 0) }
}
