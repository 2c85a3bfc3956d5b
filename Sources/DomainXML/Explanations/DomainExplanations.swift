package import Diagnostics

extension CodeExplanation {
  /// Of the codes of whole domains and of changes to them.
  package static let ofDomainXML = ofDomainDocuments + ofDevices + ofSplices + ofMatches

  private static let ofDomainDocuments = [
    CodeExplanation(
      .domainMalformed,
      """
      The document is not the XML of a domain: its outermost element is no <domain>. Give what 'virsh \
      dumpxml' prints. One in a namespace is another thing, and libvirt does not take it either.
      """
    ),
    CodeExplanation(
      .domainWithoutDevices,
      """
      The domain has no <devices>, where its interfaces would go. libvirt prints the element for every \
      domain, so mostly it was cut out. Add it, empty.
      """
    ),
    CodeExplanation(
      .xmlExtents,
      """
      This program and libxml2 do not find the same elements in a text. It is a fault of this package, \
      and nothing was written. Please report it, with the document.
      """
    ),
  ]

  private static let ofDevices = [
    CodeExplanation(
      .deviceNone,
      """
      A file of devices has none. It is to hold <interface> or <hostdev> elements, one or several, or a \
      <devices> around them. Mostly the program that wrote it has failed.
      """
    ),
    CodeExplanation(
      .deviceKind,
      """
      Something else than an <interface> or a <hostdev> stands among the devices to put in. Those are \
      what can be a NIC; nothing of the file is put in, so that no half of it is. Take the rest out.
      """
    ),
    CodeExplanation(
      .selectorMalformed,
      """
      The text names no interface. Forms are mac:ADDRESS (or the bare address), alias:NAME, \
      target:DEVICE, pci:ADDRESS in the guest, and index:N, from 1 in the order of 'vif list'. MAC \
      address and alias are the same in the running guest and in its configuration; the others may \
      not be.
      """
    ),
    CodeExplanation(
      .interfaceNotFound,
      """
      The domain has no interface that the selector names. MAC addresses and aliases are those of the \
      definition that is changed: an alias as net0 and most target names are in the running guest \
      only. 'vif list' shows what there is.
      """
    ),
    CodeExplanation(
      .interfaceAmbiguous,
      """
      Several interfaces of the domain are the one that is meant. libvirt allows a MAC address twice, \
      and a new device may have the address of one and the alias of another. The message lists them; \
      name one by its alias or its PCI address.
      """
    ),
  ]

  private static let ofSplices = [
    CodeExplanation(
      .spliceConflict,
      """
      Two changes to a domain cannot both be made. A device is to be removed and replaced, or replaced \
      by two; or a new one has the alias of another device, of whatever kind, which libvirt refuses. \
      Nothing was changed. Leave one of them out, or choose another alias.
      """
    ),
    CodeExplanation(
      .spliceInternal,
      """
      What was to be written is not what was meant. The new document is always read again and compared, \
      and this one differs: it is a fault of this package, and nothing was written. Please report it, \
      with both documents.
      """
    ),
  ]

  private static let ofMatches = [
    CodeExplanation(
      .matchNone,
      """
      No device of the domain is the VIF's. Type, MAC address, source and target must agree; model, \
      driver, limits and the like may be other ones. When a device has the same MAC address and \
      something else is other, the message says what: mostly the port was bound anew since the guest \
      was started.
      """
    ),
    CodeExplanation(
      .matchAmbiguous,
      """
      More than one device of the domain may be the VIF's. They have the same type, MAC address, \
      source and target, so libvirt could not tell them apart either. Name the one that is meant by \
      its address on the guest's PCI bus.
      """
    ),
    CodeExplanation(
      .matchSeveral,
      """
      Several devices stand where one is wanted. Which device of a domain is meant can be asked of \
      one VIF at a time. Ask once for each.
      """
    ),
  ]
}
