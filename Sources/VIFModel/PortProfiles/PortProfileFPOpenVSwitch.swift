package import Diagnostics

/// A port on a fast-path (6WIND) Open vSwitch bridge.
public struct PortProfileFPOpenVSwitch: VersionedObject {
  /// `VIFPortProfileFPOpenVSwitch`.
  public static let className = "VIFPortProfileFPOpenVSwitch"
  /// 1.4.
  public static let newestVersion = ObjectVersion(1, 4)

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes: Set<String> = []

  /// Name of the bridge.
  public var bridgeName: String?
  /// Whether a Linux bridge stands between.
  public var hybridPlug: Bool?
  /// The fields that the Open vSwitch profiles share.
  public var openVSwitch = OpenVSwitchFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileFPOpenVSwitch: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("bridge_name", &bridgeName)
    try visitor.field("hybrid_plug", &hybridPlug, default: false)
    try openVSwitch.visit(&visitor)
  }
}
