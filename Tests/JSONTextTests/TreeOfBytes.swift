import Diagnostics
import JSONText
import JSONTree

extension JSONTree {
  /// Reads a whole text that may not even be UTF-8.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    self = try JSONReader.withReader(over: bytes.span) { reader throws(Diagnostic) in
      let tree = try JSONTree(reading: &reader)
      try reader.expectEnd()
      return tree
    }
  }

  /// Passes a whole text over.
  static func skip(_ bytes: [UInt8]) throws(Diagnostic) {
    try JSONReader.withReader(over: bytes.span) { reader throws(Diagnostic) in
      try reader.skipValue()
      try reader.expectEnd()
    }
  }
}
