public import Diagnostics

extension Interface {
  /// Reads an `<interface>`, losing nothing: what no field holds is kept among ``leftovers``.
  ///
  /// It reads as loosely as any version of libvirt, definitions and the XML of running guests.
  ///
  /// - Throws: What libvirt would refuse, with a path into the document.
  public init(xml: String) throws(Diagnostic) {
    try self.init(XMLRepair.root(of: xml).0)
  }

  package init(_ element: XMLElement) throws(Diagnostic) {
    let reading = InterfaceReading(element, as: nil)
    if let error = reading.findings.first(where: { $0.level == .error }) { throw error.diagnostic }
    guard let interface = reading.interface else { throw Self.notAnInterface(element) }
    self = interface
  }

  static func notAnInterface(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      .interfaceMalformed,
      "<\(Diagnostic.shortened(element.name))> is no interface",
      value: element.name,
      bound: "interface"
    )
  }
}

/// What reading an `<interface>` has given.
struct InterfaceReading {
  /// The interface, as far as it could be read; nil when not even its source could.
  private(set) var interface: Interface?
  /// What became of the parts of the document.
  private(set) var findings: [Finding]

  /// Reads an element, as a version of libvirt does or, without one, loosely.
  init(_ element: XMLElement, as libvirt: LibvirtVersion?) {
    guard element.name == "interface" else {
      interface = nil
      findings = [Finding(.error, Interface.notAnInterface(element))]
      return
    }
    var reader = ElementReader(element, as: libvirt)
    interface = Self.read(&reader)
    // Without a source most was never looked at, and cannot be called unknown.
    if interface != nil { reader.finish() }
    interface?.leftovers = libvirt == nil ? reader.leftovers : []
    findings = reader.findings
  }

  private static func read(_ reader: inout ElementReader) -> Interface? {
    guard let type = type(&reader) else { return nil }
    let model = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("model", Model.init)
    }
    let isVirtio = model?.isVirtio ?? false
    let backend = reader.attempt { reader throws(Diagnostic) in
      try reader.child("backend") { backend throws(Diagnostic) in
        try Backend(hasVhost: isVirtio && type != .hostdev, &backend)
      }
    }
    let source = reader.attempt { reader throws(Diagnostic) in
      try Source(type, backend: backend, reading: &reader)
    }
    guard let source else { return nil }
    var interface = Interface(source: source)
    interface.model = model
    interface.backend = backend
    interface.readConnection(&reader)
    interface.readDevice(&reader)
    interface.readPlace(&reader)
    for refusal in interface.refusals(reader) { reader.note(.error, refusal) }
    return interface
  }

  private static func type(_ reader: inout ElementReader) -> InterfaceType? {
    reader.attempt { reader throws(Diagnostic) in
      // libvirt's default, though its schema asks for the attribute.
      try reader.word("type") ?? .user
    }
  }
}

extension Interface {
  fileprivate mutating func readConnection(_ reader: inout ElementReader) {
    let type = type
    trustGuestRxFilters = reader.attempt { reader throws(Diagnostic) in
      try reader.yesNo("trustGuestRxFilters")
    }
    if type != .hostdev {
      reader.passes(
        over: "@managed",
        .elementUnsupportedByType,
        "libvirt reads 'managed' on type 'hostdev' only"
      )
    }
    mac = reader.attempt { reader throws(Diagnostic) in try reader.child("mac", MAC.init) }
    vlan = reader.attempt { reader throws(Diagnostic) in try reader.child("vlan", VLAN.init) }
    virtualPort = reader.attempt { reader throws(Diagnostic) in
      try reader.child("virtualport") { port throws(Diagnostic) in
        try VirtualPort(on: type, &port)
      }
    }
    bandwidth = reader.attempt { reader throws(Diagnostic) in
      try reader.child("bandwidth") { bandwidth throws(Diagnostic) in
        try Bandwidth(allowsFloor: type == .network, &bandwidth)
      }
    }
    port = reader.attempt { reader throws(Diagnostic) in try reader.child("port", Port.init) }
    addresses =
      reader.attempt { reader throws(Diagnostic) in try reader.children("ip", IP.init) } ?? []
    routes =
      reader.attempt { reader throws(Diagnostic) in try reader.children("route", Route.init) } ?? []
    portForwards =
      reader.attempt { reader throws(Diagnostic) in
        try reader.children("portForward", PortForward.init)
      } ?? []
  }

  fileprivate mutating func readDevice(_ reader: inout ElementReader) {
    let carrier = Driver.Carrier(
      isHostDevice: type == .hostdev,
      isPCI: source.isPCIHostDevice,
      isVirtio: model?.isVirtio ?? false
    )
    script = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("script", Script.init)
    }
    downscript = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("downscript", Script.init)
    }
    backendDomain = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("backenddomain", BackendDomain.init)
    }
    target = reader.attempt { reader throws(Diagnostic) in
      try reader.child("target", Target.init)
    }
    guest = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("guest", GuestDevice.init)
    }
    driver = reader.attempt { reader throws(Diagnostic) in
      // libvirt prints two for a host device, of which it reads one.
      let isStrict = reader.libvirt != nil
      return try reader.mergedChild("driver", attributesOfFirst: isStrict) {
        driver throws(Diagnostic) in
        try Driver(of: carrier, &driver)
      }
    }
    if reader.libvirt == nil || type.canBeFiltered {
      filterReference = reader.attempt { reader throws(Diagnostic) in
        try reader.child("filterref", FilterReference.init)
      }
    } else {
      reader.passes(
        over: "filterref",
        .elementUnsupportedByType,
        "libvirt drops filterref on type '\(type.rawValue)' without a word"
      )
    }
    tune = reader.attempt { reader throws(Diagnostic) in try reader.mergedChild("tune", Tune.init) }
    coalesce = reader.attempt { reader throws(Diagnostic) in
      try reader.child("coalesce", Coalesce.init)
    }
  }

  fileprivate mutating func readPlace(_ reader: inout ElementReader) {
    teaming = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("teaming", Teaming.init)
    }
    link = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("link", Link.init)
    }
    mtu = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("mtu", MTU.init)
    }
    boot = reader.attempt { reader throws(Diagnostic) in try reader.child("boot", Boot.init) }
    alias = reader.attempt { reader throws(Diagnostic) in
      try reader.mergedChild("alias", Alias.init)
    }
    rom = reader.attempt { reader throws(Diagnostic) in try reader.child("rom", ROM.init) }
    acpi = reader.attempt { reader throws(Diagnostic) in try reader.child("acpi", ACPI.init) }
    address = reader.attempt { reader throws(Diagnostic) in
      try reader.child("address", DeviceAddress.init)
    }
  }
}

extension Diagnostic.Code {
  /// An element that is no `<interface>`.
  public static let interfaceMalformed = Self(rawValue: "interface.malformed")
}

extension InterfaceType {
  /// Whether libvirt reads a filter of the traffic.
  fileprivate var canBeFiltered: Bool {
    switch self {
    case .network, .bridge, .ethernet: true
    case .user, .direct, .hostdev, .vhostuser, .vdpa, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      false
    }
  }
}
