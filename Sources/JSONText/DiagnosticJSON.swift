package import Diagnostics

extension Diagnostic {
  /// The diagnostic as a JSON object of code, message and path.
  package func json(pretty: Bool = false) -> String {
    let members = [("code", code.rawValue), ("message", message), ("path", path.description)]
    let pairs = members.map { "\(quoted($0)):\(pretty ? " " : "")\(quoted($1))" }
    return pretty
      ? "{\n" + pairs.map { "  \($0)" }.joined(separator: ",\n") + "\n}\n"
      : "{" + pairs.joined(separator: ",") + "}"
  }
}
