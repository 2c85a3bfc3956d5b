import Diagnostics

extension CodeExplanation {
  /// Of connections, calls, and of domains and their definitions.
  static let ofCalls = [
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
      .domainMissing,
      """
      The hypervisor has no domain of that name, UUID or id. It may be on another connection: \
      qemu:///system and qemu:///session have domains of their own. 'virsh list --all' shows them.
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
