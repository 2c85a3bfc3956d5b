import Diagnostics
import JSONText

extension JSONReader {
  /// Does something one level further down: faults and warnings from there learn the name.
  mutating func locating<Value>(
    _ name: some CustomStringConvertible,
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
      throw error.at(name.description).at(offset: position)
    }
  }
}

extension [Diagnostic] {
  /// Does something one level further down: the fault and the warnings from there learn the name.
  mutating func locating<Value>(
    _ name: String,
    _ body: (inout [Diagnostic]) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let before = count
    do throws(Diagnostic) {
      let value = try body(&self)
      for index in before..<count { self[index] = self[index].at(name) }
      return value
    } catch {
      throw error.at(name)
    }
  }
}
