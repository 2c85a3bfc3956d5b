public import Addresses
import Diagnostics
import JSONText

/// The port of IEEE 802.1Qbg: `qbg_params` in `network_info`.
public struct QbgParameters: Hashable, Sendable {
  /// VSI manager.
  public var managerID: Int64?
  /// VSI type.
  public var typeID: Int64?
  /// Version of the VSI type.
  public var typeIDVersion: Int64?
  /// VSI instance.
  public var instanceID: UUID?

  /// Parameters of which none is set.
  public init() {}

  private enum Key: String { case managerid, typeid, typeidversion, instanceid }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .managerid: managerID = try reader.readNumber()
      case .typeid: typeID = try reader.readNumber()
      case .typeidversion: typeIDVersion = try reader.readNumber()
      case .instanceid: instanceID = try UUID(reader.readString())
      }
    }
  }
}
