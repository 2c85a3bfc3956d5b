import Diagnostics
package import JSONText

extension JSONReader {
  /// Whether the item that comes next is one for an import, and not an os-vif primitive or one with
  /// guest settings; what is neither, is not.
  ///
  /// Nothing is consumed.
  package mutating func isForImport() -> Bool {
    (try? lookAhead { reader throws(Diagnostic) in try reader.looksForImport() }) ?? false
  }

  private mutating func looksForImport() throws(Diagnostic) -> Bool {
    guard try peekKind() == .object else { return false }
    try beginObject()
    while try nextKey() {
      switch keyText {
      case "guest", "host": return false
      case "options", "port", "ports": return true
      case "vif":
        let isRecord = try lookAhead { reader throws(Diagnostic) in
          try reader.looksForImport()
        }
        if isRecord { return true }
        try skipValue()
      case let name:
        if name.hasPrefix("versioned_object.") { return false }
        if NeutronPort.Key(rawValue: name)?.isOfPortsOnly == true { return true }
        if NetworkInfoVIF.Key(rawValue: name)?.isTelling == true { return true }
        try skipValue()
      }
    }
    return false
  }
}
