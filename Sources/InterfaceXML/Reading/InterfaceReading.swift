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
    guard element.name == "interface" else { throw Self.notAnInterface(element) }
    var reader = ElementReader(element, as: nil)
    guard let connection = Connection(reading: &reader) else {
      throw reader.refusal ?? Self.notAnInterface(element)
    }
    self.init(source: connection.source)
    read(besides: connection, &reader)
    if let refusal = reader.refusal { throw refusal }
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

/// What a version of libvirt reads of an `<interface>`.
struct InterfaceReading: ~Copyable {
  /// The interface, as far as it could be read; nil when not even its source could.
  var interface: Interface?
  /// What became of the parts of the document.
  let findings: [Finding]

  /// Reads an element.
  init(_ element: XMLElement, as libvirt: LibvirtVersion) {
    guard element.name == "interface" else {
      interface = nil
      findings = [Finding(.error, Interface.notAnInterface(element))]
      return
    }
    var reader = ElementReader(element, as: libvirt)
    if let connection = Connection(reading: &reader) {
      interface = Interface(source: connection.source)
      interface?.read(besides: connection, &reader)
    } else {
      // Most was never looked at, and cannot be called unknown.
      interface = nil
    }
    findings = reader.findings
  }
}

/// What decides how the rest of an interface is read.
private struct Connection {
  let source: Source
  let model: Model?
  let backend: Backend?

  /// Reads the source, without which there is no interface, and what it depends on.
  init?(reading reader: inout ElementReader) {
    let type: InterfaceType? = reader.attempt { reader throws(Diagnostic) in
      // libvirt's default, though its schema asks for the attribute.
      try reader.word("type") ?? .user
    }
    guard let type else { return nil }
    let model = reader.part(merging: "model", Model.init)
    let isVirtio = model?.isVirtio ?? false
    let backend = reader.part("backend") { backend throws(Diagnostic) in
      try Backend(hasVhost: isVirtio && type != .hostdev, &backend)
    }
    let source = reader.attempt { reader throws(Diagnostic) in
      try Source(type, backend: backend, reading: &reader)
    }
    guard let source else { return nil }
    (self.source, self.model, self.backend) = (source, model, backend)
  }
}

extension Interface {
  fileprivate mutating func read(besides connection: Connection, _ reader: inout ElementReader) {
    model = connection.model
    backend = connection.backend
    readConnection(&reader)
    readDevice(&reader)
    readPlace(&reader)
    for refusal in refusals(reader) { reader.note(.error, refusal) }
    reader.finish()
    if reader.libvirt == nil { leftovers = reader.leftovers }
  }

  private mutating func readConnection(_ reader: inout ElementReader) {
    let type = type
    trustGuestRxFilters = reader.attempt { reader throws(Diagnostic) in
      try reader.yesNo("trustGuestRxFilters")
    }
    if type != .hostdev {
      reader.passes(
        overAttribute: "managed",
        .elementUnsupportedByType,
        "libvirt reads 'managed' on type 'hostdev' only"
      )
    }
    mac = reader.part("mac", MAC.init)
    vlan = reader.part("vlan", VLAN.init)
    virtualPort = reader.part("virtualport") { port throws(Diagnostic) in
      try VirtualPort(on: type, &port)
    }
    bandwidth = reader.part("bandwidth") { bandwidth throws(Diagnostic) in
      try Bandwidth(allowsFloor: type == .network, &bandwidth)
    }
    port = reader.part("port", Port.init)
    addresses = reader.parts("ip", IP.init)
    routes = reader.parts("route", Route.init)
    portForwards = reader.parts("portForward", PortForward.init)
  }

  private mutating func readDevice(_ reader: inout ElementReader) {
    let carrier = Driver.Carrier(
      isHostDevice: type == .hostdev,
      isPCI: source.isPCIHostDevice,
      isVirtio: model?.isVirtio ?? false
    )
    script = reader.part(merging: "script", Script.init)
    downscript = reader.part(merging: "downscript", Script.init)
    backendDomain = reader.part(merging: "backenddomain", BackendDomain.init)
    target = reader.part("target", Target.init)
    guest = reader.part(merging: "guest", GuestDevice.init)
    // libvirt prints two for a host device, of which it reads one.
    let isStrict = reader.libvirt != nil
    driver = reader.part(merging: "driver", attributesOfFirst: isStrict) {
      driver throws(Diagnostic) in
      try Driver(of: carrier, &driver)
    }
    if reader.libvirt == nil || type.canBeFiltered {
      filterReference = reader.part("filterref", FilterReference.init)
    } else {
      reader.passes(
        over: "filterref",
        .elementUnsupportedByType,
        "libvirt drops filterref on type '\(type.rawValue)' without a word"
      )
    }
    tune = reader.part(merging: "tune", Tune.init)
    coalesce = reader.part("coalesce", Coalesce.init)
  }

  private mutating func readPlace(_ reader: inout ElementReader) {
    teaming = reader.part(merging: "teaming", Teaming.init)
    link = reader.part(merging: "link", Link.init)
    mtu = reader.part(merging: "mtu", MTU.init)
    boot = reader.part("boot", Boot.init)
    alias = reader.part(merging: "alias", Alias.init)
    rom = reader.part("rom", ROM.init)
    acpi = reader.part("acpi", ACPI.init)
    address = reader.part("address", DeviceAddress.init)
  }
}

extension ElementReader {
  /// The first reason for libvirt to refuse the element.
  fileprivate var refusal: Diagnostic? { findings.first { $0.level == .error }?.diagnostic }

  /// The first child element of this name, whose fault is no reason not to read the others.
  fileprivate mutating func part<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) -> Value? {
    attempt { reader throws(Diagnostic) in try reader.child(name, body) }
  }

  /// The child element that is put together of all that have this name.
  fileprivate mutating func part<Value>(
    merging name: String,
    attributesOfFirst: Bool = false,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) -> Value? {
    attempt { reader throws(Diagnostic) in
      try reader.mergedChild(name, attributesOfFirst: attributesOfFirst, body)
    }
  }

  /// The child elements of this name.
  fileprivate mutating func parts<Value>(
    _ name: String,
    _ body: (inout ElementReader) throws(Diagnostic) -> Value?
  ) -> [Value] {
    attempt { reader throws(Diagnostic) in try reader.children(name, body) } ?? []
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
