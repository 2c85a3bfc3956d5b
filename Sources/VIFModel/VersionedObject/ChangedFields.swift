/// The names of the fields of an object that its last owner had changed:
/// `versioned_object.changes`.
///
/// A set of texts, in which those that os-vif's fields have take a bit each.
public struct ChangedFields: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: Set<String> = []

  /// No names.
  public init() {}

  /// These names.
  public init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  /// Whether there is no name.
  public var isEmpty: Bool { low == 0 && high == 0 && others.isEmpty }

  /// All names, sorted.
  public var sorted: [String] {
    (FieldNames.all.names.enumerated().filter { has($0.offset) }.map(\.element) + others).sorted()
  }

  /// Whether a name is among them.
  public func contains(_ name: String) -> Bool {
    FieldNames.all.index(of: name.utf8.span).map(has) ?? others.contains(name)
  }

  /// Adds a name.
  public mutating func insert(_ name: String) {
    if let index = FieldNames.all.index(of: name.utf8.span) {
      insert(index)
    } else {
      others.insert(name)
    }
  }

  /// The names that are among these and among others.
  public func intersection(_ names: ChangedFields) -> ChangedFields {
    var result = self
    result.low &= names.low
    result.high &= names.high
    result.others.formIntersection(names.others)
    return result
  }

  /// The names that are among these or among others.
  public func union(_ names: ChangedFields) -> ChangedFields {
    var result = self
    result.low |= names.low
    result.high |= names.high
    result.others.formUnion(names.others)
    return result
  }

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
