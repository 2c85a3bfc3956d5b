/// The names of the fields of an object that its last owner had changed:
/// `versioned_object.changes`.
///
/// A set of texts, in which those that os-vif's fields have take a bit each.
public struct ChangedFields: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: Others?

  /// Names that no field has; an object, since hardly anything has any and all is copied with it.
  private final class Others: Hashable, Sendable {
    let names: Set<String>

    init(_ names: Set<String>) { self.names = names }

    static func == (left: Others, right: Others) -> Bool { left.names == right.names }
    func hash(into hasher: inout Hasher) { hasher.combine(names) }
  }

  /// Names that no field has.
  private var otherNames: Set<String> {
    get { others?.names ?? [] }
    set { others = newValue.isEmpty ? nil : Others(newValue) }
  }

  /// No names.
  public init() {}

  /// These names.
  public init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  /// Whether there is no name.
  public var isEmpty: Bool { low == 0 && high == 0 && others == nil }

  /// All names, sorted.
  public var sorted: [String] {
    (FieldNames.all.names.enumerated().filter { has($0.offset) }.map(\.element) + otherNames)
      .sorted()
  }

  /// Whether a name is among them.
  public func contains(_ name: String) -> Bool {
    FieldNames.all.index(of: name.utf8.span).map(has) ?? otherNames.contains(name)
  }

  /// Adds a name.
  public mutating func insert(_ name: String) {
    if let index = FieldNames.all.index(of: name.utf8.span) {
      insert(index)
    } else {
      // Without the old object the set is only here, and is not copied.
      var names = otherNames
      others = nil
      names.insert(name)
      others = Others(names)
    }
  }

  /// The names that are among these and among others.
  public func intersection(_ names: ChangedFields) -> ChangedFields {
    var result = self
    result.low &= names.low
    result.high &= names.high
    result.otherNames.formIntersection(names.otherNames)
    return result
  }

  /// The names that are among these or among others.
  public func union(_ names: ChangedFields) -> ChangedFields {
    var result = self
    result.low |= names.low
    result.high |= names.high
    result.otherNames.formUnion(names.otherNames)
    return result
  }

  /// The bits of the names, when each is one that some field has.
  var known: (low: UInt64, high: UInt64)? { others == nil ? (low, high) : nil }

  /// The names of these bits.
  init(known: (low: UInt64, high: UInt64)) { (low, high) = known }

  private func has(_ index: Int) -> Bool {
    (index < 64 ? low >> UInt64(index) : high >> UInt64(index - 64)) & 1 == 1
  }

  /// Adds one of the known names.
  mutating func insert(_ index: Int) {
    if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
  }
}

extension ChangedFields: ExpressibleByArrayLiteral {
  /// These names.
  public init(arrayLiteral names: String...) { self.init(names) }
}
