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
  ]
}
