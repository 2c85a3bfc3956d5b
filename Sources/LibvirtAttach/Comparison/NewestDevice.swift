import DomainXML

extension DomainDescription {
  /// Where the device is that a document asks for; nil when there is none.
  ///
  /// Of several the newest counts, whatever it is like: the guest may have been asked for each of the
  /// others already, and would give it up at any time.
  func newestPlace(of document: AttachDocument, _ ownership: Ownership) -> Int? {
    let all = index.places(of: document, ownership)
      .filter { !devices[$0].isTeamed(with: document.device) }
    // A foreign one that is to give way has never taken the place of the VIF's own.
    let own = all.filter { document.isDescription(of: devices[$0]) }
    let places = own.isEmpty ? all : own
    // libvirt appends a new device to those of its kind.
    guard let interface = places.last(where: { devices[$0].isInterface }),
      let function = places.last(where: { !devices[$0].isInterface })
    else { return places.last }
    return devices[interface].isSuccessor(of: devices[function]) ? interface : function
  }

  /// Where the devices are that the newest one has taken the place of, or is to.
  func olderPlaces(of document: AttachDocument, _ ownership: Ownership) -> [Int] {
    guard let newest = newestPlace(of: document, ownership) else { return [] }
    return index.places(of: document, ownership).filter {
      $0 != newest && !devices[$0].isTeamed(with: devices[newest])
    }
  }
}

extension AttachedInterface {
  /// Whether both make up one NIC for the guest, with one MAC address on purpose.
  fileprivate func isTeamed(with other: AttachedInterface) -> Bool {
    guard let part = element.first("teaming")?["type"],
      let otherPart = other.element.first("teaming")?["type"]
    else { return false }
    return part != otherPart
  }

  /// Whether it has taken the place of a device of another kind, by the numbers behind their aliases.
  fileprivate func isSuccessor(of other: AttachedInterface) -> Bool {
    guard let alias = lastingAlias, let otherAlias = other.lastingAlias else { return false }
    if alias == VIFAlias.successor(of: otherAlias) { return true }
    return isNumbered && !other.isNumbered
  }

  /// Whether it has the number of a replacement behind its alias.
  fileprivate var isNumbered: Bool {
    lastingAlias.map { VIFAlias.base(of: $0) != $0 } ?? false
  }
}
