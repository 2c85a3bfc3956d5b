package import Diagnostics
package import JSONText

extension Levels {
  /// Reads a manifest: an object of versions by class.
  ///
  /// - Throws: `json.*`, `object.class-unknown`, `object.version-malformed`.
  public init(json: String) throws(Diagnostic) {
    self = try JSONReader.read(json) { reader throws(Diagnostic) in
      try Levels(reading: &reader)
    }
  }

  /// Reads the manifest that comes next.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    var versions: [String: ObjectVersion] = [:]
    try reader.beginObject()
    while try reader.nextKey() {
      let name = reader.keyText
      versions[name] = try reader.locating(name, from: reader.position) {
        reader throws(Diagnostic) in
        guard OSVIFObject.classNames.contains(name) else {
          throw ClassName.unexpected(name, expected: OSVIFObject.classNames)
        }
        return try ObjectVersion(reader.readString())
      }
    }
    self.init(manifest: versions)
  }
}
