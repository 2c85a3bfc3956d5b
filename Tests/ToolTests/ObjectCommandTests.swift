import Testing
import ToolRun

/// `vif object`, as programs use it.
struct ObjectCommandTests {
  @Test(arguments: [
    #"{"id":7,"primitive":{"versioned_object.name":"Route"}}"#,
    #"{"primitive":{"versioned_object.name":"Route"},"id":7}"#,
  ])
  func `the answer to an object that is wrong has its id, wherever that stands`(
    line: String
  ) async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(line, to: "objects")
    let run = try await tool("object", "convert", "--format", "json", file)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix(#"{"id":7,"error":{"code":"object.key-missing""#))
  }
}
