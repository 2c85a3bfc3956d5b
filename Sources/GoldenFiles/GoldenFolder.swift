package import Diagnostics
import FileAccess

/// A folder of golden cases, at any depth.
package struct GoldenFolder: Sendable {
  /// The cases, in the order of their paths.
  package let cases: [GoldenCase]
  /// Records whose item is not there.
  package let orphans: [String]

  /// Lists a folder.
  ///
  /// - Throws: `input.unreadable` when it is none.
  package init(_ folder: String) throws(Diagnostic) {
    let paths = try Files.files(below: folder)
    let names = paths.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".error.json") }
      .map { String($0.dropLast(".json".utf8.count)) }
    cases = names.map { name in
      GoldenCase(path: name, description: String(name.dropFirst(folder.count + 1)))
    }
    let known = Set(names)
    orphans = paths.filter { path in
      for suffix in [".error.json", ".xml"] where path.hasSuffix(suffix) {
        return !known.contains(String(path.dropLast(suffix.utf8.count)))
      }
      return false
    }
  }
}
