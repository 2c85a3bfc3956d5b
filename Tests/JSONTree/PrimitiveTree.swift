package import JSONText

extension JSONTree {
  /// A member's value, or nil.
  package subscript(name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, or nil.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The same value with the names of changed fields sorted: os-vif writes them in any order.
  package var withSortedChanges: JSONTree {
    switch self {
    case .null, .boolean, .number, .string: return self
    case .array(let elements): return .array(elements.map(\.withSortedChanges))
    case .object(let members):
      return .object(
        members.map { member in
          var value = member.value.withSortedChanges
          if member.name == "versioned_object.changes", case .array(let names) = value {
            value = .array(names.sorted { ($0.text ?? "") < ($1.text ?? "") })
          }
          return Member(name: member.name, value: value)
        }
      )
    }
  }

  /// Writes the value.
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .boolean(let truth): writer.boolean(truth)
    case .number(let text): writer.value(text)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.name)
        member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension JSONTree: CustomStringConvertible {
  /// The value as JSON.
  package var description: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }
}
