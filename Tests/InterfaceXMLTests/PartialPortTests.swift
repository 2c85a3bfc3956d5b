import Diagnostics
import InterfaceXML
import Testing

/// Parameters of a port that a network adds to.
struct PartialPortTests {
  private static func interface(
    _ type: VirtualPort.Kind?,
    _ set: (inout PartialPort) throws -> Void
  ) throws -> Interface {
    var port = PartialPort(type: type)
    try set(&port)
    var interface = try Sample.interface(.network)
    interface.virtualPort = .partial(port)
    return interface
  }

  @Test(arguments: [VirtualPort.Kind.midonet, .openVSwitch, .ieee8021Qbh])
  func `a kind of port has its own parameters, and others are refused, not dropped`(
    type: VirtualPort.Kind
  ) throws {
    let interface = try Self.interface(type) { $0.typeID = 7 }
    let error = #expect(throws: Diagnostic.self) { try interface.check() }
    #expect(error?.code == .virtualPortExtra)
    #expect(error?.path.description == "/virtualport/parameters/@typeid")
    #expect(try interface.xml().contains("<parameters typeid='7'/>"))
  }

  @Test func `a kind of port may have those of its own`() throws {
    let interface = try Self.interface(.ieee8021Qbg) { $0.typeID = 7 }
    #expect(throws: Never.self) { try interface.check() }
    #expect(try interface.xml().contains("<parameters typeid='7'/>"))
  }

  @Test func `a port of no kind may have any`() throws {
    let interface = try Self.interface(nil) {
      $0.typeID = 7
      $0.profileID = try ProfileID("p")
    }
    #expect(throws: Never.self) { try interface.check() }
    #expect(try interface.xml().contains("<parameters typeid='7' profileid='p'/>"))
  }

  @Test func `what libvirt drops of a document is not in its value`() throws {
    let document = """
      <interface type='network'><source network='n'/><virtualport type='midonet'><parameters \
      interfaceid='00000000-0000-0001-0000-000000000002' typeid='7' profileid='p'/></virtualport>\
      </interface>
      """
    let interface = try Interface(xml: document)
    var port = PartialPort(type: .midonet)
    port.interfaceID = UUID(high: 1, low: 2)
    #expect(interface.virtualPort == .partial(port))
  }
}
