/// A value of the commands' JSON output.
///
/// Members keep their order; absent ones are left out.
enum JSONLine {
  case string(String)
  case integer(Int)
  case object(KeyValuePairs<String, JSONLine?>)
  case array([JSONLine])

  static func string(_ text: String?) -> JSONLine? { text.map { .string($0) } }
}

extension JSONLine: CustomStringConvertible {
  /// The value as JSON, on one line.
  var description: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .object(let members):
      "{"
        + members.compactMap { name, value in
          value.map { "\(Self.quoted(name)):\($0)" }
        }.joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
