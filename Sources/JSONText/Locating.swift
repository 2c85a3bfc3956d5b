package import Diagnostics

extension JSONReader {
  /// Does something one level further down: faults and warnings from there learn the name.
  ///
  /// - Parameters:
  ///   - name: The member's name, or the element's index.
  ///   - start: Where a fault is that does not know its own place; nil for where reading stopped.
  package mutating func locating<Value>(
    _ name: some CustomStringConvertible,
    from start: Int? = nil,
    _ body: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      let value = try body(&self)
      for index in warningsBefore..<warnings.count {
        warnings[index] = warnings[index].at(name.description)
      }
      return value
    } catch {
      throw error.at(name.description).at(offset: start ?? position)
    }
  }
}
