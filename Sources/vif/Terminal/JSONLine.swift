import JSONText

/// A value of the commands' JSON output.
///
/// Members keep their order; absent ones are left out.
enum JSONLine {
  case string(String)
  case integer(Int)
  case truth(Bool)
  case object(KeyValuePairs<String, JSONLine?>)
  case array([JSONLine])

  static func string(_ text: String?) -> JSONLine? { text.map { .string($0) } }
}

extension JSONLine: CustomStringConvertible {
  /// The value as JSON, on one line.
  var description: String {
    switch self {
    case .string(let text): quoted(text)
    case .integer(let number): "\(number)"
    case .truth(let isTrue): "\(isTrue)"
    case .object(let members):
      "{"
        + members.compactMap { name, value in
          value.map { "\(quoted(name)):\($0)" }
        }.joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    }
  }
}
