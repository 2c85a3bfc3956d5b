package import Diagnostics

/// A port on a fast-path (6WIND) Open vSwitch bridge.
public struct PortProfileFPOpenVSwitch: VersionedObject {
  /// `VIFPortProfileFPOpenVSwitch`.
  public static let className = "VIFPortProfileFPOpenVSwitch"
  /// `VIFPortProfileOpenVSwitch`.
  public static let parentName: String? = "VIFPortProfileOpenVSwitch"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [
      ObjectVersion(1, 4), ObjectVersion(1, 8), ObjectVersion(1, 14), ObjectVersion(1, 15),
      ObjectVersion(4, 3),
    ]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

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
