public import Addresses
import Diagnostics

/// The port of an interface of type vds (VMware):
/// `<source switchid='…' portid='18' portgroupid='dvportgroup-1357' connectionid='158'/>`.
public struct VDSSource: Hashable, Sendable {
  /// The distributed switch.
  public var switchID: UUID
  /// The port's number on the switch.
  public var portID: Int64
  /// The group of ports that it is of.
  public var portGroupID: String?
  /// The number of the connection to the port.
  public var connectionID: Int64

  /// Names a port.
  public init(switchID: UUID, portID: Int64 = 0, portGroupID: String?, connectionID: Int64 = 0) {
    self.switchID = switchID
    self.portID = portID
    self.portGroupID = portGroupID
    self.connectionID = connectionID
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("switchid", switchID.ascii)
      try writer.attribute("portid", portID)
      try writer.attribute("portgroupid", portGroupID)
      try writer.attribute("connectionid", connectionID)
    }
  }
}

extension VDSSource {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    switchID = try reader.required(reader.uuid("switchid"), "switchid")
    let portID: Int64? = try reader.signedNumber("portid", .prefixed)
    let connectionID: Int64? = try reader.signedNumber("connectionid", .prefixed)
    portGroupID = reader.text("portgroupid")
    if !reader.permits(.vdsDefaults) {
      _ = try reader.required(portID, "portid")
      _ = try reader.required(portGroupID, "portgroupid")
      _ = try reader.required(connectionID, "connectionid")
    }
    self.portID = portID ?? 0
    self.connectionID = connectionID ?? 0
  }
}
