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
      .attachPresent,
      """
      The domain has the device already, by its alias or its MAC address. Nothing was done: libvirt \
      would plug in a second one, and could not tell the two apart afterwards. Detach it first, or \
      give the new one another alias and MAC address.
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
      it as done. What a look at the domain showed stands beside it; 'under-way' means that libvirt is \
      still at it. A request that waits at libvirt may be carried out later. Run the command again: it \
      takes what is there already into account.
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
      .libvirtOther,
      """
      libvirt refused, for a reason that is not among the known ones. Its own words and number stand \
      beside it, and are all that there is to go by. libvirt's log may say more.
      """
    ),
  ]
}
