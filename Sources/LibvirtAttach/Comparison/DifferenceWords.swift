import Diagnostics
package import InterfaceXML

extension InterfaceDifference {
  /// The difference in words, as `/mtu/@size '1400', not '1500'`.
  package var words: String {
    let found = left.map { "'\(Diagnostic.shortened($0))'" } ?? "nothing"
    let asked = right.map { "'\(Diagnostic.shortened($0))'" } ?? "nothing"
    return "\(path) \(found), not \(asked)"
  }
}
