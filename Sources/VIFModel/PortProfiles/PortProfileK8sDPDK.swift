package import Diagnostics

/// A DPDK port of a Kubernetes pod in a guest; made by kuryr-kubernetes.
public struct PortProfileK8sDPDK: VersionedObject {
  /// `VIFPortProfileK8sDPDK`.
  public static let className = "VIFPortProfileK8sDPDK"
  /// `VIFPortProfileBase`.
  public static let parentName: String? = "VIFPortProfileBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 12), ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Whether the pod's addresses are to be configured.
  public var l3Setup: Bool?
  /// Path of the pod in the Kubernetes API.
  public var selflink: String?
  /// The pod's resource version.
  public var resourceversion: String?
  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileK8sDPDK: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("l3_setup", &l3Setup)
    try visitor.field("selflink", &selflink)
    try visitor.field("resourceversion", &resourceversion)
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
