import Diagnostics
import FileAccess
import Glibc
import InterfaceXML
import JSONText

/// A document with interfaces, as a command is given it, and what was made of it.
struct InterfaceItem<Answer>: RunItem {
  /// What a file of such items may hold.
  static var form: String { "lines of {\"id\", \"xml\"}, or an array of such objects" }

  /// The JSON text of the item's id.
  let id: String?
  /// The line that the item, or its fault, is on.
  let line: Int
  /// The answer, or what is wrong.
  let answer: Result<Answer, Diagnostic>

  var failure: Diagnostic? {
    if case .failure(let error) = answer { error } else { nil }
  }

  var warnings: [Diagnostic] { [] }

  /// The answer as an object of JSON: behind the id, the members that tell what was made, or the error.
  func json(_ members: (Answer) -> String) -> String {
    let told =
      switch answer {
      case .success(let answer): members(answer)
      case .failure(let error): "\"error\":\(error.json())"
      }
    return "{\"id\":\(id ?? "null"),\(told)}"
  }
}

extension JSONItemStream {
  /// Reads the next line of `{"id", "xml"}` and makes something of its document.
  ///
  /// Other keys are passed over.
  ///
  /// - Throws: `input.unreadable`.
  mutating func nextInterface<Answer>(
    _ answer: (String) throws(Diagnostic) -> Answer
  ) throws(Diagnostic) -> InterfaceItem<Answer>? {
    var id: String?
    let item = try next { reader throws(Diagnostic) -> String in
      id = nil
      return try reader.readInterfaceItem(&id)
    }
    guard let item else { return nil }
    do throws(Diagnostic) {
      let text = try item.result.get()
      return InterfaceItem(id: id, line: item.line, answer: .success(try answer(text)))
    } catch {
      return InterfaceItem(id: id, line: item.line, answer: .failure(error))
    }
  }
}

extension JSONReader {
  fileprivate mutating func readInterfaceItem(_ id: inout String?) throws(Diagnostic) -> String {
    var xml: String?
    let start = position
    do throws(Diagnostic) {
      try beginObject()
      while try nextKey() {
        if keyIs("id") {
          id = try readID()
        } else if keyIs("xml") {
          xml = try locating("xml", from: position) { reader throws(Diagnostic) in
            try reader.readString()
          }
        } else {
          try skipValue()
        }
      }
    } catch {
      if id == nil { id = idOfObject(at: start) }
      throw error
    }
    guard let xml else { throw Diagnostic.missingKey("xml") }
    return xml
  }
}
