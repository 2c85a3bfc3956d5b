public import Diagnostics
import JSONText

/// A value that only some types of VIF look at: what is wrong with it counts there alone.
///
/// Records carry details of several types side by side, and nova reads what it needs.
public enum Deferred<Value: Hashable & Sendable>: Hashable, Sendable {
  /// It is right.
  case value(Value)
  /// It is wrong, for this reason.
  case fault(Diagnostic)

  /// The value.
  ///
  /// - Throws: Its fault.
  public func get() throws(Diagnostic) -> Value {
    switch self {
    case .value(let value): return value
    case .fault(let fault): throw fault
    }
  }
}

extension JSONReader {
  /// Reads a value whose fault is kept for later; text that is not JSON is a fault now.
  mutating func readDeferred<Value: Hashable & Sendable>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Deferred<Value> {
    let deferred = try lookAhead { reader throws(Diagnostic) in
      do throws(Diagnostic) {
        return Deferred.value(try read(&reader))
      } catch {
        return .fault(error)
      }
    }
    try skipValue()
    return deferred
  }
}
