package import Diagnostics

/// An object that is a list of objects: os-vif's classes `SubnetList`, `RouteList`, `FixedIPList`.
///
/// What an element has to be is asked of the extensions: a demand of the type itself would be looked
/// up at run time, which costs a short run much.
public struct ObjectList<Element> {
  /// The version that the object came with.
  public var version: ObjectVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The elements.
  public var objects: [Element]?
}

extension ObjectList: Sendable where Element: Sendable {}
extension ObjectList: Equatable where Element: Equatable {}
extension ObjectList: Hashable where Element: Hashable {}

extension ObjectList: VersionedObject where Element: VersionedObject {
  /// The element's class with `List` behind it.
  public static var className: String { Element.className + "List" }
  /// The versions, by the releases that brought them.
  public static var history: [ShippedVersion] { ShippedVersion.sinceFirstRelease }

  /// A list in which nothing is set.
  public init() { self.init(version: Self.newestVersion) }

  /// A list of these elements.
  public init(_ objects: [Element]) { self.init(version: Self.newestVersion, objects: objects) }
}

/// The subnets of a network.
public typealias SubnetList = ObjectList<Subnet>
/// The routes of a subnet.
public typealias RouteList = ObjectList<Route>
/// The VIF's addresses in a subnet.
public typealias FixedIPList = ObjectList<FixedIP>

extension ObjectList: FieldValue, EnvelopeContent, DeclaredObject where Element: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("objects", &objects)
  }

  package static var isObjectList: Bool { true }
}
