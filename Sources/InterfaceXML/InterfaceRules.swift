public import Diagnostics

/// An element that not every interface can carry, or not without remark.
protocol RuledElement {
  /// Why the interface that holds the element cannot carry it, or nil.
  ///
  /// The reason may be that libvirt refuses it, now or at the start of the guest, or that libvirt
  /// takes it and nothing follows from it.
  func refusal(in interface: Interface) -> Diagnostic?

  /// What the element does that its giver may not expect.
  func remarks(in interface: Interface) -> [Diagnostic]
}

extension RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? { nil }
  func remarks(in interface: Interface) -> [Diagnostic] { [] }
}

extension Interface {
  private var ruledElements: [(name: String, element: any RuledElement)] {
    let elements: [(String, (any RuledElement)?)] = [
      ("mac", mac), ("source", source), ("vlan", vlan), ("virtualport", virtualPort),
      ("bandwidth", bandwidth), ("port", port), ("target", target), ("model", model),
      ("driver", driver), ("backend", backend), ("filterref", filterReference), ("tune", tune),
      ("teaming", teaming), ("link", link), ("mtu", mtu), ("coalesce", coalesce),
    ]
    return elements.compactMap { name, element in element.map { (name, $0) } }
  }

  /// Checks that libvirt takes this interface, and that everything in it has an effect.
  ///
  /// - Returns: What is worth knowing although it is allowed. The first name of each path is that
  ///   of the element.
  /// - Throws: The first refusal, with the element's name before its path.
  public func check() throws(Diagnostic) -> [Diagnostic] {
    if let refusal = trustGuestRxFiltersRefusal { throw refusal.at("trustGuestRxFilters") }
    var remarks: [Diagnostic] = []
    for (name, element) in ruledElements {
      if let refusal = element.refusal(in: self) { throw refusal.at(name) }
      remarks += element.remarks(in: self).map { $0.at(name) }
    }
    return remarks
  }

  /// All refusals and remarks, where ``check()`` ends at the first refusal.
  var rulings: [Diagnostic] {
    let refusal = trustGuestRxFiltersRefusal.map { [$0.at("trustGuestRxFilters")] } ?? []
    return ruledElements.reduce(into: refusal) { rulings, ruled in
      if let refusal = ruled.element.refusal(in: self) { rulings.append(refusal.at(ruled.name)) }
      rulings += ruled.element.remarks(in: self).map { $0.at(ruled.name) }
    }
  }

  private var trustGuestRxFiltersRefusal: Diagnostic? {
    guard trustGuestRxFilters == true else { return nil }
    switch type {
    case .ethernet, .bridge, .direct, .network:
      if model?.isVirtio == true { return nil }
      return Diagnostic(
        .trustModel,
        "trustGuestRxFilters has an effect on virtio models only",
        value: model?.type,
        bound: "model \(Model.virtioFamily)"
      )
    case .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null, .vds:
      return Self.unsupported(
        "trustGuestRxFilters",
        by: type,
        bound: [.network, .direct, .bridge, .ethernet]
      )
    }
  }

  /// The refusal of an element that this type of interface cannot carry at all.
  static func unsupported(
    _ name: String,
    by type: InterfaceType,
    bound: [InterfaceType],
    because reason: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .elementUnsupportedByType,
      "an interface of type '\(type.rawValue)' cannot carry \(name)"
        + (reason.map { ": \($0)" } ?? ""),
      value: type.rawValue,
      bound: "type " + bound.map(\.rawValue).joined(separator: ", "),
      remedy: "leave \(name) out"
    )
  }
}

extension Diagnostic.Code {
  /// An element that this type of interface cannot carry.
  public static let elementUnsupportedByType = Diagnostic.Code(rawValue: "type.unsupported-element")
  /// trustGuestRxFilters beside a model that is not virtio.
  public static let trustModel = Diagnostic.Code(rawValue: "trust.model")
}
