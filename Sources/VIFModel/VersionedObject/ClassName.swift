import Diagnostics

/// Names of classes that stand where they cannot.
enum ClassName {
  /// Why an object of this class is refused where one of the expected classes must stand.
  static func unexpected(_ name: String, expected: [String]) -> Diagnostic {
    let all = OSVIFObject.classNames
    if all.contains(name) {
      return Diagnostic(
        .objectClassUnexpected,
        name == "VIFBase"
          ? "VIFBase is abstract: it does not say how the NIC is attached"
          : "an object of class \(name) cannot stand here",
        value: name,
        bound: expected.joined(separator: ", ")
      )
    }
    let guess = nearest(to: name, among: expected) ?? nearest(to: name, among: all)
    return Diagnostic(
      .objectClassUnknown,
      "os-vif has no class '\(Diagnostic.shortened(name))'",
      value: name,
      bound: expected.joined(separator: ", "),
      remedy: guess.map { "did you mean \($0)?" }
    )
  }
}
