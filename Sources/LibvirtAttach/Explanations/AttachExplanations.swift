package import Diagnostics

extension CodeExplanation {
  /// Of the codes of plugging in and taking off.
  package static let ofLibvirtAttach = [
    CodeExplanation(
      .domainNotRunning,
      """
      The running guest was to be changed, and the domain is shut off. libvirt refuses it. Start the \
      domain, or change its stored configuration with --config.
      """
    ),
    CodeExplanation(
      .domainTransient,
      """
      The stored configuration was to be changed, and the domain is transient. It was created and never \
      defined, and is gone when it ends: there is nothing stored, and libvirt refuses the change. Change the running guest with \
      --live, or define the domain.
      """
    ),
    CodeExplanation(
      .scopeConflict,
      """
      --current stands beside --live, --config or --persistent. It is the definition in use, whichever \
      that is, and so excludes those that name one; virsh refuses it too. Leave one of them out. \
      Without any, all definitions that there are change.
      """
    ),
    CodeExplanation(
      .attachNotADevice,
      """
      The document is not a device that is plugged in here. It is one <interface>, or one <hostdev> \
      for a device that is no NIC to libvirt. libvirt itself would take other devices, or drop what \
      follows the first. Give the element alone, without <devices> around it.
      """
    ),
    CodeExplanation(
      .detachWithoutMAC,
      """
      The interface has no MAC address to name it by. libvirt takes a request without one for any \
      interface, and removes the only one that there is; so it is not sent. Every NIC that libvirt \
      runs has an address: what lacks one was not read from libvirt.
      """
    ),
    CodeExplanation(
      .detachFatal,
      """
      The request is known to crash libvirt inside this process, so it is not sent. In embedded mode \
      (qemu:///embed) libvirt 9.0 has no netlink service, and ends the process when a macvtap device \
      leaves a running guest. Use a libvirt daemon, as qemu:///system.
      """
    ),
    CodeExplanation(
      .attachDiffers,
      """
      The domain has the device already, by its alias or its MAC address, and it is not as it is asked \
      for. What differs is told: first what the device has, then what was asked. Nothing was changed. \
      Have it updated with --update, or detach it first.
      """
    ),
    CodeExplanation(
      .attachDropped,
      """
      libvirt took the device and did not keep a part of it. The domain was read again after the \
      change, and that part is missing there, or is another. libvirt drops what a type of interface \
      cannot carry without a word. Leave the part out, or use a type or a version of libvirt that has it.
      """
    ),
    CodeExplanation(
      .attachNoPCIPort,
      """
      None of the running guest's hot-pluggable PCI Express ports is free. A port takes one device, \
      and there are as many as the domain had pcie-root-port controllers when it was started. Detach a \
      device, or add controllers to the stored configuration and start the domain anew; --config alone \
      adds them by itself.
      """
    ),
    CodeExplanation(
      .hostFunctionMissing,
      """
      The host has no PCI function of that address to hand through to the guest. Where this process \
      runs on the host, sysfs shows it; of another host, libvirt's list of node devices tells. 'lspci \
      -D' lists the addresses. Virtual functions are there once their device has been given some, by \
      sriov_numvfs in sysfs, and get other addresses when there are others on the bus.
      """
    ),
    CodeExplanation(
      .hostVhostUserPath,
      """
      QEMU is to listen at the path of a vhost-user socket, and it cannot. Another process listens \
      there already, or the folder is missing, or the path is too long. Two guests cannot share a \
      socket; a switch that listens itself needs a VIF of mode client.
      """
    ),
    CodeExplanation(
      .hostVhostUserNoPeer,
      """
      No switch connects to the vhost-user socket at which QEMU is to listen. QEMU waits for it without \
      limit, and the guest stands still meanwhile: only the end of QEMU frees it. So the path is tried \
      out for five seconds before libvirt is asked. Make the switch's port first, in its mode client.
      """
    ),
    CodeExplanation(
      .attachDuplicateMAC,
      """
      Another NIC of the domain has that MAC address, in the running guest or in the stored \
      configuration. libvirt would take it without a word, and from then on refuse to detach or update \
      either by its address. Detach that one first, or use another address.
      """
    ),
    CodeExplanation(
      .attachDuplicateAlias,
      """
      Another device of the domain has that alias, in the running guest or in the stored \
      configuration. An alias names one device: it is how a VIF's NIC is found again. Choose another \
      one, or detach that device first.
      """
    ),
    CodeExplanation(
      .domainMissing,
      """
      The hypervisor has no domain of that name, UUID or id. It may be on another connection: \
      qemu:///system and qemu:///session have domains of their own. 'virsh list --all' shows them.
      """
    ),
    CodeExplanation(
      .connectionLost,
      """
      The connection to libvirt ended without having been closed. Its daemon was stopped or restarted \
      or does not answer, or the way there failed. A change that was under way may have been carried \
      out or not, and the answer says which if it could look. Try again when the daemon is back.
      """
    ),
    CodeExplanation(
      .connectionClosed,
      """
      The connection was closed by the program that opened it. A call that comes after that is not \
      sent. Open a new connection.
      """
    ),
    CodeExplanation(
      .callDeadline,
      """
      libvirt did not answer within the time that its caller gave it. A call inside libvirt cannot be \
      taken back: it ends by itself some day, and a change may still be carried out then. A guest whose \
      hypervisor hangs is the usual cause; look at it, and then at the domain, before trying again.
      """
    ),
    CodeExplanation(
      .callCancelled,
      """
      The task that waited for libvirt was cancelled. If the call had been sent, it goes on without its \
      caller: whether a change was carried out shows in the domain. Look there before trying again.
      """
    ),
    CodeExplanation(
      .callCongested,
      """
      Several calls on the same domain are still unanswered, so that no further one was begun. Each \
      of them holds a thread, and libvirt's daemon takes five calls of a client at a time. The guest's \
      hypervisor hangs: look at it first.
      """
    ),
    CodeExplanation(
      .changeInterrupted,
      """
      A change was cut off, by a lost connection or for lack of an answer, and the domain does not show \
      it as done. What a look at the domain showed stands beside it: 'different' is a device that has not \
      become what was asked for, 'under-way' means that libvirt is \
      still at it, or that the guest was asked for the device and has not answered. A request that waits \
      may be carried out later. Run the command again: it takes what is there already into account.
      """
    ),
    CodeExplanation(
      .hostDeviceExists,
      """
      The host has a network device already whose name libvirt is to give to a new one. It may belong \
      to another guest, or be one that was made for this guest and is to be used with tapManaged off. \
      Or an attach was cut off when libvirt's daemon ended, and it was left over: if 'ip link show NAME' \
      has NO-CARRIER, 'ip link delete NAME' removes it; without that word QEMU has it, and 'vif explain \
      guest.leftover' tells what to do.
      """
    ),
    CodeExplanation(
      .hostPortProfile,
      """
      The port profile of a macvtap device could not be associated with the switch. 802.1Qbg needs \
      lldpad on the host and a switch that speaks it; 802.1Qbh a NIC whose driver hands profiles on, as \
      enic does. libvirt says no more than that the PortProfileRequest could not be sent: the kernel's \
      reason is in libvirtd's log alone. In mode passthrough libvirt 9.0 leaves the guest's MAC address on \
      the lower device: 'ip link set dev NAME address OLD' gives it back its own.
      """
    ),
    CodeExplanation(
      .guestLeftover,
      """
      The guest has a NIC that libvirt does not know of. libvirt's daemon ended in the middle of an \
      attach, when QEMU had the NIC and libvirt had not noted it down. It goes when the guest is shut \
      off and started again. Without that, QEMU gives it up by \
      'virsh qemu-monitor-command DOMAIN --hmp "device_del ALIAS"', if the guest answers, and, as soon as \
      'virsh qemu-monitor-command DOMAIN --hmp "info network"' shows no more than its tap, \
      'virsh qemu-monitor-command DOMAIN --hmp "netdev_del hostALIAS"', where ALIAS is ua-vif- and the \
      VIF's id. Should the host still have its device then, 'ip link delete NAME' removes that. Attach \
      it again.
      """
    ),
    CodeExplanation(
      .hostOVSPortLeft,
      """
      A NIC was detached, and its port may still be in Open vSwitch's database. libvirt calls a detach \
      done even if the database could not be told of it. The database was asked afterwards: it still has \
      the port, or did not answer. Remove it with 'ovs-vsctl del-port NAME' when the database is back.
      """
    ),
    CodeExplanation(
      .changeRolledBack,
      """
      A step of a change failed, and the steps before it were undone. The domain is as it was before; \
      why the step failed is told first. Mend that, and run the command again.
      """
    ),
    CodeExplanation(
      .changeNotRolledBack,
      """
      A step of a change failed, and not all of the steps before it could be undone. The domain is \
      neither as it was nor as it was to be. 'vif plan' shows what is missing; run the command again \
      when the cause is mended, and it goes on from what is there.
      """
    ),
    CodeExplanation(
      .undoPending,
      """
      A step of a plan was to be undone, and it may yet take effect. The guest was asked to give a \
      device up and has not answered, or libvirt has a request that it has not ended; neither can be \
      taken back. Look at the domain again once the guest answers, and run the command again: it takes \
      what is there into account.
      """
    ),
    CodeExplanation(
      .undoStillAttached,
      """
      A step of a plan was to be undone after a later one had failed, and the guest keeps its device. \
      The step had plugged it in, and the guest has not given it up again. It stays in the running guest until the guest answers or is reset. \
      Detach it then, by its alias; the next 'vif apply' takes it into account.
      """
    ),
    CodeExplanation(
      .planTwins,
      """
      Two of the devices that a domain is to have would be one, or need one name. They have the same \
      alias, which comes from the VIF's id, the same MAC address, or the same device, function or \
      vhost-user socket on the host. \
      libvirt could not tell them apart, or not make the second. Leave one of them out, or give it an \
      id and an address of its own.
      """
    ),
    CodeExplanation(
      .planNameless,
      """
      An interface that a domain is to have can be told from others by nothing. It has neither a ua- \
      alias nor a MAC address; libvirt would make an address up, and the next run would find no such \
      interface and plug in another. Give it one of the two.
      """
    ),
    CodeExplanation(
      .planForeign,
      """
      What is asked for would change a device of others. The document has no alias, and the MAC address \
      or the host's function of a device whose alias does not begin with ua-vif-; a plan changes such a \
      device only when told to. Say --foreign, leave the document out, or change that one device with \
      'vif update'.
      """
    ),
    CodeExplanation(
      .updateNameless,
      """
      The interface that is to be changed can be told from others by nothing. The document has neither \
      a ua- alias nor a MAC address. Give it one of them, as 'vif list' shows it.
      """
    ),
    CodeExplanation(
      .updateNotLive,
      """
      libvirt cannot make that change while the guest runs. It can change the link, bandwidth, VLAN \
      tags, filter, bridge, isolation, coalescing and, from 10.0 on, the trust in receive filters. \
      Have the NIC replaced with --replace, which the guest notices, or change the stored \
      configuration with --config and restart the guest.
      """
    ),
    CodeExplanation(
      .updateNoEffect,
      """
      libvirt reported an update as done, and a look at the domain right after it shows the device as \
      it was. Some versions take a change that they do not know for the type of interface, and drop it \
      without a word. The fields are told: first what the device has, then what was asked. Leave them \
      out, or detach the device and attach it anew.
      """
    ),
    CodeExplanation(
      .changeBothPresent,
      """
      A new device was plugged in beside the old one, and the guest has not given the old one up. It \
      may yet: then it is as it was to be. The new one is left in it, since a guest that answers late \
      would else lose both. Replace it again once the guest answers ('vif update --replace', 'vif apply'), \
      or detach the old one by its alias or place.
      """
    ),
    CodeExplanation(
      .changeResumed,
      """
      The guest had a NIC twice: a replacement had been cut off, or the guest had not answered it. What \
      was left of it was taken off now, and the NIC is as it was asked for. Nothing is left to be done.
      """
    ),
    CodeExplanation(
      .changeContradicted,
      """
      libvirt reported success, and a look at the domain right after it shows something else. The guest \
      may have ended in between, or another program may have changed it back. What was seen stands \
      beside it.
      """
    ),
    CodeExplanation(
      .libvirtNotLoaded,
      """
      libvirt's client library, libvirt.so.0, is loaded when it is first needed, and was not found then, \
      or lacks a function. The dynamic linker's words stand beside it. Install it (Debian: libvirt0), \
      4.4.0 or newer; in a folder of its own, name that in LD_LIBRARY_PATH. What does not talk to \
      libvirt, as 'vif xml', works without it.
      """
    ),
    CodeExplanation(
      .libvirtOther,
      """
      libvirt refused, for a reason that is not among the known ones. Its own words and number stand \
      beside it, and are all that there is to go by. libvirt's log may say more.
      """
    ),
  ]
}
