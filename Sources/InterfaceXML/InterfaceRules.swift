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
  /// Checks that libvirt takes this interface, and that everything in it has an effect.
  ///
  /// - Returns: What is worth knowing although it is allowed. The first name of each path is that
  ///   of the element.
  /// - Throws: The first refusal, with the element's name before its path.
  public func check() throws(Diagnostic) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    try judge { refusal throws(Diagnostic) in
      throw refusal
    } remark: {
      remarks.append($0)
    }
    return remarks
  }

  /// All refusals and remarks, where ``check()`` ends at the first refusal.
  var rulings: [Diagnostic] {
    var rulings: [Diagnostic] = []
    judge {
      rulings.append($0)
    } remark: {
      rulings.append($0)
    }
    return rulings
  }

  /// Goes through the elements' rules, in the order of the elements.
  @inline(__always)
  private func judge<Failure: Error>(
    refusal: (Diagnostic) throws(Failure) -> Void,
    remark: (Diagnostic) -> Void
  ) throws(Failure) {
    if let found = trustGuestRxFiltersRefusal { try refusal(found.at("trustGuestRxFilters")) }
    // The elements are asked where they stand: to hand them over would copy them.
    try judge("mac", mac?.refusal(in: self), mac?.remarks(in: self), refusal, remark)
    try judge("source", source.refusal(in: self), source.remarks(in: self), refusal, remark)
    try judge("vlan", vlan?.refusal(in: self), vlan?.remarks(in: self), refusal, remark)
    try judge(
      "virtualport",
      virtualPort?.refusal(in: self),
      virtualPort?.remarks(in: self),
      refusal,
      remark
    )
    try judge(
      "bandwidth",
      bandwidth?.refusal(in: self),
      bandwidth?.remarks(in: self),
      refusal,
      remark
    )
    try judge("port", port?.refusal(in: self), port?.remarks(in: self), refusal, remark)
    try judge("target", target?.refusal(in: self), target?.remarks(in: self), refusal, remark)
    try judge("model", model?.refusal(in: self), model?.remarks(in: self), refusal, remark)
    try judge("driver", driver?.refusal(in: self), driver?.remarks(in: self), refusal, remark)
    try judge("backend", backend?.refusal(in: self), backend?.remarks(in: self), refusal, remark)
    try judge(
      "filterref",
      filterReference?.refusal(in: self),
      filterReference?.remarks(in: self),
      refusal,
      remark
    )
    try judge("tune", tune?.refusal(in: self), tune?.remarks(in: self), refusal, remark)
    try judge("teaming", teaming?.refusal(in: self), teaming?.remarks(in: self), refusal, remark)
    try judge("link", link?.refusal(in: self), link?.remarks(in: self), refusal, remark)
    try judge("mtu", mtu?.refusal(in: self), mtu?.remarks(in: self), refusal, remark)
    try judge("coalesce", coalesce?.refusal(in: self), coalesce?.remarks(in: self), refusal, remark)
  }

  @inline(__always)
  private func judge<Failure: Error>(
    _ name: StaticString,
    _ foundRefusal: @autoclosure () -> Diagnostic?,
    _ foundRemarks: @autoclosure () -> [Diagnostic]?,
    _ refusal: (Diagnostic) throws(Failure) -> Void,
    _ remark: (Diagnostic) -> Void
  ) throws(Failure) {
    if let found = foundRefusal() { try refusal(found.at("\(name)")) }
    foundRemarks()?.forEach { remark($0.at("\(name)")) }
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
