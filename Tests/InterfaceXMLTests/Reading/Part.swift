import InterfaceXML
import Testing

/// A part of an interface, to be put into a whole one that every version of libvirt takes.
struct Part: Sendable {
  /// The interface's type.
  let type: InterfaceType
  /// Child elements of the interface.
  let elements: String
  /// Further attributes of the interface.
  let attributes: String

  init(_ type: InterfaceType, _ elements: String, attributes: String = "") {
    self.type = type
    self.elements = elements
    self.attributes = attributes
  }

  /// What every interface has here that does not bring its own.
  private var base: [(name: String, element: String)] {
    let source = Self.source(type)
    return [
      ("mac", "<mac address='fa:16:3e:00:00:01'/>"), ("source", source),
      ("model", "<model type='virtio'/>"),
    ]
  }

  private static func source(_ type: InterfaceType) -> String {
    switch type {
    case .network: "<source network='default'/>"
    case .bridge: "<source bridge='br0'/>"
    case .ethernet, .user, .null: ""
    case .direct: "<source dev='eth0' mode='passthrough'/>"
    case .hostdev:
      "<source><address type='pci' domain='0x0000' bus='0x0a' slot='0x00' function='0x1'/></source>"
    case .vhostuser: "<source type='unix' path='/run/vhu0' mode='client'/>"
    case .vdpa: "<source dev='/dev/vhost-vdpa-0'/>"
    case .mcast: "<source address='230.0.0.1' port='5558'/>"
    case .server: "<source port='5558'/>"
    case .client: "<source address='127.0.0.1' port='5558'/>"
    case .udp:
      "<source address='127.0.0.1' port='5558'><local address='127.0.0.1' port='5559'/></source>"
    case .internal: "<source name='intnet'/>"
    case .vds:
      "<source switchid='00000000-0000-0001-0000-000000000002' portid='1' portgroupid='g'"
        + " connectionid='2'/>"
    }
  }

  /// The whole interface.
  var document: String {
    let rest = base.filter { !elements.contains("<\($0.name)") }.map(\.element).joined()
    let space = attributes.isEmpty ? "" : " "
    return "<interface type='\(type.rawValue)'\(space)\(attributes)>\(rest)\(elements)</interface>"
  }

  /// What a version of libvirt makes of it.
  func defined(by libvirt: String) throws -> DefinedInterface {
    try DefinedInterface(xml: document, libvirt: LibvirtVersion(libvirt))
  }

  /// Those of the printed elements that have the name of one of the part's.
  func printed(by libvirt: String) throws -> [XMLElement] {
    let names = Set(try Self.children(of: elements).map(\.name))
    let xml = try defined(by: libvirt).xml(placeholders: true)
    return try XMLDocument(parsing: xml).root.children.filter { names.contains($0.name) }
  }

  static func children(of elements: String) throws -> [XMLElement] {
    try XMLDocument(parsing: "<interface>\(elements)</interface>").root.children
  }
}

/// What a version of libvirt makes of a part.
enum Outcome: Sendable {
  /// Refuses it, with the code of the first error.
  case refused(String)
  /// Prints this in its place.
  case printed(String)

  /// Checks that it is so.
  func check(_ part: Part, libvirt: String) throws {
    let comment: Comment = "\(part.document), libvirt \(libvirt)"
    let defined = try part.defined(by: libvirt)
    let errors = defined.findings.filter { $0.level == .error }
    switch self {
    case .refused(let code):
      #expect(defined.interface == nil, comment)
      #expect(errors.first?.diagnostic.code.rawValue == code, comment)
      #expect(throws: Diagnostic.self, comment) { try defined.xml() }
    case .printed(let elements):
      #expect(errors.isEmpty, comment)
      guard errors.isEmpty else { return }
      #expect(try part.printed(by: libvirt) == Part.children(of: elements), comment)
    }
  }
}

/// The versions of libvirt whose answers the tables were taken from.
let measuredVersions = ["9.0.0", "11.3.0", "12.8.0"]
