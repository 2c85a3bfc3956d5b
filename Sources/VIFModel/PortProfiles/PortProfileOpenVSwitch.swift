package import Diagnostics

/// A port on an Open vSwitch bridge.
public struct PortProfileOpenVSwitch: VersionedObject {
  /// `VIFPortProfileOpenVSwitch`.
  public static let className = "VIFPortProfileOpenVSwitch"
  /// `VIFPortProfileBase`.
  public static let parentName: String? = "VIFPortProfileBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [
      ObjectVersion(1, 0), ObjectVersion(1, 8), ObjectVersion(1, 14), ObjectVersion(1, 15),
      ObjectVersion(4, 3),
    ]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The fields that the Open vSwitch profiles share.
  public var openVSwitch = OpenVSwitchFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileOpenVSwitch: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try openVSwitch.visit(&visitor)
  }
}
