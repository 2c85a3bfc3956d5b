import Testing
import ToolRun
import VIFModel

/// The schemas as the tool prints them.
struct MetaschemaTests {
  private static let metaschema =
    #"{"$ref":"https://json-schema.org/draft/2020-12/schema"}"#

  @Test(.enabled(SchemaValidator.requirement) { await SchemaValidator.found != nil })
  func `every schema is one`() async throws {
    let validator = try #require(await SchemaValidator.found)
    let subjects = ["item", "guest", "import", "convert"] + OSVIFObject.declarations.map(\.name)
    var schemas: [String] = []
    for subject in subjects {
      let run = try await tool(["object", "schema", subject])
      try #require(run.status == 0, "\(subject): \(run.errors)")
      schemas.append(run.output)
    }
    #expect(Set(schemas).count == 35)
    let broken = #"{"type":"strin"}"#
    let faults = try await validator.faults(of: schemas + [broken], against: Self.metaschema)
    #expect(faults.dropLast().allSatisfy { $0 == nil }, "\(faults)")
    #expect(faults.count == schemas.count + 1 && faults.last != .some(nil))
  }

  @Test func `the schema of items is what is meant by nothing`() async throws {
    let schema = try await tool(["object", "schema"])
    #expect(schema.status == 0)
    #expect(schema.output == (try await tool(["object", "schema", "item"])).output)
    #expect(
      schema.output.hasPrefix(#"{"$schema":"https://json-schema.org/draft/2020-12/schema","#)
    )
  }

  @Test func `a class that there is not ends with 2 and the nearest name`() async throws {
    let run = try await tool(["object", "schema", "VIFBrige"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("there is no schema of 'VIFBrige': did you mean VIFBridge?"))
  }
}
