/// Something that most have not, kept behind a pointer: what has it not is copied the faster.
@propertyWrapper
@frozen
public struct Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
  @usableFromInline final class Box: Sendable {
    @usableFromInline let value: Value

    @usableFromInline init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box?

  /// Nothing.
  @inlinable @inline(__always)
  public init() { box = nil }

  /// The value; nil for nothing.
  @inlinable @inline(__always)
  public init(wrappedValue: Value?) {
    if let wrappedValue { box = Box(wrappedValue) } else { box = nil }
  }

  /// The value; nil for nothing.
  @inlinable public var wrappedValue: Value? {
    @inline(__always) get { if let box { box.value } else { nil } }
    @inline(__always) set {
      if let newValue {
        box = Box(newValue)
      } else if box != nil {
        box = nil
      }
    }
  }

  /// Whether the values are equal.
  public static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.wrappedValue == right.wrappedValue
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
