import FileAccess
import JSONTree
import Testing
import ToolRun

/// `vif explain`, and that nothing is left unexplained.
struct ExplainCommandTests {
  /// The lines of `vif explain --format json`, by code.
  private static func explanations() async throws -> [String: JSONTree] {
    let run = try await tool("explain", "--format", "json")
    #expect(run.status == 0)
    var explanations: [String: JSONTree] = [:]
    for line in run.output.split(separator: "\n") {
      let explanation = try JSONTree(String(line))
      let code = try #require(explanation["code"]?.text)
      #expect(explanations[code] == nil, "\(code) is explained twice")
      explanations[code] = explanation
    }
    return explanations
  }

  /// The codes that are declared anywhere in the sources.
  private static func declaredCodes() throws -> Set<String> {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    var codes: Set<String> = []
    for file in try Files.files(below: "/\(path)/Sources") where file.hasSuffix(".swift") {
      let text = try Files.readText(file)
      let declaration = #/(?:Code|Self)\(\s*rawValue: "([a-z0-9.-]+\.[a-z0-9-]+)"\s*\)/#
      codes.formUnion(text.matches(of: declaration).map { String($0.output.1) })
    }
    return codes
  }

  @Test func `every code is explained, and nothing else`() async throws {
    let declared = try Self.declaredCodes()
    let explained = Set(try await Self.explanations().keys)
    #expect(declared.count > 140)
    #expect(declared.subtracting(explained).sorted() == [], "these lack an explanation")
    #expect(explained.subtracting(declared).sorted() == [], "these are no codes")
  }

  @Test func `every example gives its code, each at a level or in a version of its own`()
    async throws
  {
    var count = 0
    for (code, explanation) in try await Self.explanations() {
      var levels: [String] = []
      for example in explanation["examples"]?.elements ?? [] {
        let kind = try #require(example["kind"]?.text)
        for line in example["text"]?.text?.split(separator: "\n") ?? [] {
          #expect(line.count <= 76, "an example of \(code) is wider than a terminal")
        }
        let level = try #require(example["level"]?.text, "an example of \(code) gives no such code")
        levels.append("\(kind) \(level) \(example["libvirt"]?.text ?? "")")
        count += 1
      }
      #expect(Set(levels).count == levels.count, "\(code) has two examples of one kind: \(levels)")
    }
    #expect(count > 100)
  }

  @Test func `an explanation is a few whole sentences, the first of them short`() async throws {
    for (code, explanation) in try await Self.explanations() {
      let text = try #require(explanation["text"]?.text)
      let summary = try #require(explanation["summary"]?.text)
      let sentences = text.matches(of: #/[.?](?: |$)/#).count
      #expect((2...6).contains(sentences), "\(code) has \(sentences) sentences")
      #expect((80...700).contains(text.count), "\(code) is explained in \(text.count) characters")
      #expect(summary.count <= 120, "\(code): \(summary)")
      #expect(text.hasSuffix("."), "\(code) does not end")
      #expect(text.hasPrefix(summary))
      #expect(!text.contains("  ") && !text.contains("\n"), "\(code) has line ends or gaps")
    }
  }

  @Test func `a code is explained to people, with what the tool says to an example`() async throws {
    let run = try await tool("explain", "mac.multicast")
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        "mac.multicast (error in 'vif check')\n\nThe MAC address has the multicast bit set"
      )
    )
    #expect(run.output.contains("\n      <mac address='01:16:3e:00:00:01'/>\n"))
    #expect(run.output.contains("\n    error: /mac/@address: the MAC address 01:16:3e:00:00:01"))
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func `without a code there is a line for each, in their order`() async throws {
    let run = try await tool("explain")
    #expect(run.status == 0)
    let codes = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .map { String($0.prefix { $0 != " " }) }
    #expect(codes == (try await Self.explanations().keys.sorted()))
  }

  @Test(arguments: [
    ("mac.multycast", "; did you mean 'mac.multicast'?"), ("multicast", "did you mean 'mac.mul"),
    ("no-such-thing", "; 'vif explain' lists them all"), ("", "lists them all"),
  ])
  func `an unknown code is told, with the nearest one`(code: String, remedy: String) async throws {
    let run = try await tool("explain", code)
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains(remedy))
    #expect(run.errors.hasSuffix("[code.unknown]\n"))
  }
}

extension JSONTree {
  fileprivate var elements: [JSONTree]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
