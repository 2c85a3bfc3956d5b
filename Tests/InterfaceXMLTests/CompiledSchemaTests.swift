import Dispatch
import Synchronization
import Testing

@testable import InterfaceXML

/// Schemas that several threads compile.
struct CompiledSchemaTests {
  private static let grammar = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary=\
    "http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="a"><data type="short"/>\
    </element></start></grammar>
    """

  /// What all schemas share is set up once in a process, so each attempt needs one of its own.
  @Test(.enabled(if: (try? CompiledSchema.checkSupport()) != nil), arguments: 0..<16)
  func `the first may be several at once`(attempt: Int) async {
    let ended = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      try CompiledSchema.checkSupport()
      let threads = 4
      let ready = DispatchSemaphore(value: 0)
      let start = DispatchSemaphore(value: 0)
      let end = DispatchSemaphore(value: 0)
      let valid = Mutex(0)
      for number in 0..<threads {
        DispatchQueue(label: "compiler \(number)").async {
          ready.signal()
          start.wait()
          let schema = try? CompiledSchema(grammar: Self.grammar)
          if let schema, schema.refusal(of: "<a>5</a>") == nil { valid.withLock { $0 += 1 } }
          end.signal()
        }
      }
      for _ in 0..<threads { ready.wait() }
      for _ in 0..<threads { start.signal() }
      for _ in 0..<threads { end.wait() }
      #expect(valid.withLock(\.self) == threads)
    }
    let told = ended.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }
    #expect(told?.contains("Relax-NG") == false)
  }
}
