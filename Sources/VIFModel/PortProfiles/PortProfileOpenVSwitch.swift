package import Diagnostics

/// A port on an Open vSwitch bridge.
public struct PortProfileOpenVSwitch: VersionedObject {
  /// `VIFPortProfileOpenVSwitch`.
  public static let className = "VIFPortProfileOpenVSwitch"
  /// 1.4.
  public static let newestVersion = ObjectVersion(1, 4)

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes: Set<String> = []

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
