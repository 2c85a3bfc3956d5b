import InterfaceXML

/// A domain's `<devices>`; libvirt takes several.
struct DeviceContainer: Sendable {
  /// Which of the domain's children it is.
  let index: Int
  let extent: ElementExtent
  let element: XMLElement

  init?(_ extent: ElementExtent, _ element: XMLElement, at index: Int) {
    guard extent.isPlain, extent.name == "devices" else { return nil }
    (self.extent, self.element, self.index) = (extent, element, index)
  }

  var devices: [PlacedDevice] {
    extent.children.indices.compactMap { child in
      guard let kind = DeviceKind(extent.children[child]) else { return nil }
      return PlacedDevice(
        kind: kind,
        device: AttachedInterface(element.children[child]),
        place: DevicePlace(container: index, child: child),
        extent: extent.children[child]
      )
    }
  }
}

/// Where a child of a domain's `<devices>` stands in the document's tree.
struct DevicePlace: Hashable {
  /// Which of the domain's children its `<devices>` is.
  let container: Int
  /// Which of that one's children it is.
  let child: Int
}

/// A network device of a domain, with its place.
struct PlacedDevice {
  let kind: DeviceKind
  let device: AttachedInterface
  let place: DevicePlace
  let extent: ElementExtent
}
