import Diagnostics

// What is wrong with an attribute's value.

extension ElementReader {
  func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      .xmlAttributeMissing,
      "<\(element.name)> has no attribute '\(name)'",
      remedy: "add it: libvirt refuses the element without"
    ).at("@\(name)")
  }

  func notAllowed(_ name: String, _ text: String, _ words: [String]) -> Diagnostic {
    Diagnostic(
      .valueNotAllowed,
      "'\(Diagnostic.shortened(text))' is no value of '\(name)' in <\(element.name)>",
      value: text,
      bound: words.joined(separator: ", "),
      remedy: nearest(to: text, among: words).map { "did you mean '\($0)'?" }
    ).at("@\(name)")
  }

  func outOfRange(_ name: String, _ text: String, _ bound: String) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "'\(Diagnostic.shortened(text))' is no value of '\(name)' in <\(element.name)>",
      value: text,
      bound: bound
    ).at("@\(name)")
  }
}

extension Diagnostic.Code {
  /// An element without an attribute that libvirt asks for.
  public static let xmlAttributeMissing = Self(rawValue: "xml.attribute-missing")
}
