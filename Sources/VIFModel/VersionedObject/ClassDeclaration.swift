import Diagnostics

/// A class of os-vif's object model, as its declaration here has it.
public struct ClassDeclaration: Hashable, Sendable {
  /// A field of a class.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// What it may hold.
    public let type: FieldType
    /// Whether it may be null.
    public let isNullable: Bool
    /// What null becomes in a field that has a default.
    public let defaultValue: Bool?
    /// The version of the class that brought the field.
    public let since: ObjectVersion
  }

  /// The class's name.
  public let name: String
  /// The class that it inherits fields from.
  public let parentName: String?
  /// The class's versions, with the releases that brought them.
  public let history: [ShippedVersion]
  /// The fields: the class's own in the order of their declaration, then the inherited ones.
  public let fields: [Field]
  /// Versions that a release brought and the next one took back; they are read all the same.
  public let withdrawnVersions: [ObjectVersion]
  private let isObjectList: Bool

  /// Collects what a class declares.
  init<Object: DeclaredObject>(of type: Object.Type) {
    var collector = FieldCollector()
    var object = Object()
    // Collecting throws nothing; the visit is declared to, for the sake of reading.
    try? object.visitFields(&collector)
    name = Object.className
    parentName = Object.parentName
    history = Object.history
    fields = collector.fields
    withdrawnVersions = Object.withdrawnVersions
    isObjectList = Object.isObjectList
  }

  /// The text whose MD5 sum os-vif publishes as the class's fingerprint: a Python tuple of the
  /// fields, sorted by name.
  public var fingerprintText: String {
    let fields = fields.sorted { $0.name < $1.name }.map { "('\($0.name)', \($0.fingerprintText))" }
    return "([\(fields.joined(separator: ", "))], []\(isObjectList ? ", OrderedDict()" : ""))"
  }
}

extension ClassDeclaration.Field {
  fileprivate var fingerprintText: String {
    let defaultText =
      switch defaultValue {
      case true?: "True"
      case false?: "False"
      case nil: "<class 'oslo_versionedobjects.fields.UnspecifiedDefault'>"
      }
    let settings = "default=\(defaultText),nullable=\(isNullable ? "True" : "False")"
    return switch type {
    case .enumeration(let name, let words):
      "\(name)(\(settings),valid_values=(\(words.map { "'\($0)'" }.joined(separator: ", "))))"
    case .string: "String(\(settings))"
    case .uuid: "UUID(\(settings))"
    case .macAddress: "MACAddress(\(settings))"
    case .pciAddress: "PCIAddress(\(settings))"
    case .boolean: "Boolean(\(settings))"
    case .integer: "Integer(\(settings))"
    case .ipAddress: "IPAddress(\(settings))"
    case .ipNetwork: "IPNetwork(\(settings))"
    case .object: "Object(\(settings))"
    case .list: "List(\(settings))"
    }
  }
}

/// Takes down what each field is.
private struct FieldCollector: FieldVisitor {
  var fields: [ClassDeclaration.Field] = []

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    add(name, Value.fieldType, isNullable: false, nil, minor)
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    add(name, Value.fieldType, isNullable: true, nil, minor)
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    add(name, .boolean, isNullable: false, `default`, minor)
  }

  private mutating func add(
    _ name: StaticString,
    _ type: FieldType,
    isNullable: Bool,
    _ defaultValue: Bool?,
    _ minor: Int
  ) {
    fields.append(
      ClassDeclaration.Field(
        name: "\(name)",
        type: type,
        isNullable: isNullable,
        defaultValue: defaultValue,
        since: ObjectVersion(1, minor)
      )
    )
  }
}
