package import Diagnostics

extension CodeExplanation {
  /// Of the codes of plugging in and taking off.
  package static let ofLibvirtAttach = ofDevices + ofCalls + ofHosts + ofChanges

  /// Of devices that are plugged in or taken off.
  private static let ofDevices = [
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
  ]
}
