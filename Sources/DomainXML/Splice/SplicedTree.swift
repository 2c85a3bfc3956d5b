import InterfaceXML

extension SplicePlan {
  /// What goes where: the insertions by their places, in the order they were given, interfaces
  /// before host devices.
  func insertions(in domain: DomainDocument) -> [(point: InsertionPoint, devices: [WrittenDevice])]
  {
    var groups: [(point: InsertionPoint, devices: [WrittenDevice])] = []
    for kind in DeviceKind.allCases {
      let devices = insertions.filter { $0.kind == kind }
      guard !devices.isEmpty else { continue }
      let point = InsertionPoint(for: kind, in: domain)
      if let index = groups.firstIndex(where: { $0.point == point }) {
        groups[index].devices += devices
      } else {
        groups.append((point, devices))
      }
    }
    return groups
  }

  /// The tree that the domain's new text has to be read as.
  ///
  /// Made out of the old tree without a look at the text, so that the one can be held against the
  /// other.
  func tree(of domain: DomainDocument) -> XMLElement {
    var children = domain.root.children
    let insertions = insertions(in: domain)
    for container in domain.containers {
      var devices =
        insertions.first { $0.point == .first(container: container.index) }
        .map { $0.devices.map(\.device.element) } ?? []
      for (child, element) in container.element.children.enumerated() {
        let place = DevicePlace(container: container.index, child: child)
        if let replacement = replacements[place] {
          devices.append(replacement.device.element)
        } else if !removals.contains(place) {
          devices.append(element)
        }
        let added = insertions.first { $0.point == .after(place) }
        devices += added?.devices.map(\.device.element) ?? []
      }
      children[container.index] = container.element.replacing(children: devices)
    }
    return domain.root.replacing(children: children)
  }
}

extension XMLElement {
  fileprivate func replacing(children: [XMLElement]) -> XMLElement {
    XMLElement(name, attributes: attributes, children: children, content: content)
  }

  /// Whether both hold the same; blanks beside child elements are layout, and so they are in a
  /// `<devices>` that has lost its last child.
  func holdsTheSame(as other: XMLElement) -> Bool {
    let isLeaf = children.isEmpty && other.children.isEmpty && name != "devices"
    return name == other.name && attributes == other.attributes
      && (isLeaf ? content == other.content : words == other.words)
      && children.count == other.children.count
      && zip(children, other.children).allSatisfy { $0.holdsTheSame(as: $1) }
  }

  private var words: String { content.filter { !$0.isWhitespace } }
}
