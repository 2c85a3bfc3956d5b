import JSONText
import JSONTree
import Testing
import VIFSamples

@testable import VIFModel

/// Objects whose keys do not stand as os-vif writes them: sorted, as many writers of JSON do, with the
/// data before the name of their class.
struct KeyOrderTests {
  private static func object(_ json: String) throws -> OSVIFObject {
    try JSONReader.read(json) { reader throws(Diagnostic) in try OSVIFObject(reading: &reader) }
  }

  @Test(arguments: OSVIFObject.declarations)
  func `is the same object, sorted or spaced`(declaration: ClassDeclaration) throws {
    let tree = try JSONTree(declaration.fullPrimitive)
    let object = try Self.object(declaration.fullPrimitive)
    for (comma, colon) in [(",", ":"), (", ", ": "), (" ,\n\t", " :\n ")] {
      for isSorted in [false, true] {
        let text = tree.written(isSorted: isSorted, comma, colon)
        #expect(try Self.object(text) == object, "\(text)")
      }
    }
  }

  @Test func `VIFs of any class follow one another`() throws {
    let texts = VIF.classNames.flatMap { name in
      OSVIFObject.declarations.filter { $0.name == name }.map(\.fullPrimitive)
    }
    let vifs = try texts.map { try vif($0) }
    for (first, expected) in vifs.indices.flatMap({ first in vifs.indices.map { (first, $0) } }) {
      let text = try JSONTree(texts[expected]).written(isSorted: true, ",", ":")
      let read = try JSONReader.read(text) { reader throws(Diagnostic) in
        reader.guess = first
        return try VIF(reading: &reader)
      }
      #expect(read == vifs[expected])
    }
  }

  @Test func `what is wrong is told of the class that it is`() throws {
    let data = #"{"bridge_name":7,"id":"x"}"#
    let names = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
    let sorted = #"{"versioned_object.data":\#(data),\#(names),"versioned_object.version":"1.0"}"#
    for guess in [nil, 0, 1, 2] as [Int?] {
      let error = #expect(throws: Diagnostic.self) {
        try JSONReader.read(sorted) { reader throws(Diagnostic) in
          reader.guess = guess
          return try VIF(reading: &reader)
        }
      }
      #expect(error?.path.description == "/versioned_object.data/bridge_name")
      #expect(error?.details.className == "VIFBridge")
    }
  }

  /// A VIF with sorted keys, of a class that is expected, of another or of none.
  private static func readSorted(
    _ data: String,
    _ more: String,
    guess: Int?
  ) throws(Diagnostic) -> (
    vif: VIF, warnings: [String]
  ) {
    let names = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
    let text = """
      {"versioned_object.data":\(data),\(names),"versioned_object.version":"1.0"\(more)}
      """
    return try JSONReader.read(text) { reader throws(Diagnostic) in
      reader.guess = guess
      let vif = try VIF(reading: &reader)
      return (vif, reader.warnings.map(\.description))
    }
  }

  @Test(arguments: [nil, 0, 1, 2] as [Int?])
  func `warnings stay where they belong`(guess: Int?) throws {
    let network = """
      {"versioned_object.data":{"y":1},"versioned_object.name":"Network",\
      "versioned_object.namespace":"os_vif","versioned_object.version":"01.1","x":1}
      """
    let (vif, warnings) = try Self.readSorted(
      #"{"network":\#(network),"z":1}"#,
      #","w":1"#,
      guess: guess
    )
    let way = "/versioned_object.data"
    #expect(
      warnings.map { String($0.prefix { $0 != ":" }) }.sorted()
        == [
          "\(way)/network/x", "\(way)/network\(way)/y", "\(way)/z", "/w",
        ].sorted()
    )
    #expect(vif.base.network.value?.version.description == "01.1")
  }

  @Test(arguments: [nil, 0, 1, 2] as [Int?])
  func `the depth is bounded, wherever the data stand`(guess: Int?) {
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    let error = #expect(throws: Diagnostic.self) {
      try Self.readSorted(#"{"z":\#(deep)}"#, "", guess: guess)
    }
    #expect(error?.code.rawValue == "json.too-deep")
    let broken = #expect(throws: Diagnostic.self) {
      try Self.readSorted(#"{"id":[}]}"#, "", guess: guess)
    }
    #expect(broken?.code.rawValue == "json.syntax" || broken?.code.rawValue == "json.kind")
  }

  @Test func `names of fields are kept, known or not`() {
    let names = FieldNames.all.names
    #expect(names.count <= 128)
    var fields = ChangedFields(names + ["no_such_field"])
    #expect(fields.sorted == (names + ["no_such_field"]).sorted())
    #expect(fields.contains("mtu") && fields.contains("no_such_field") && !fields.contains("mt"))
    fields = fields.intersection(["mtu", "other"]).union(["plugin"])
    #expect(fields == ["plugin", "mtu"])
    #expect(ChangedFields().isEmpty && !fields.isEmpty)
  }
}

extension JSONTree {
  /// The value as JSON, with the members of objects in their order or sorted.
  fileprivate func written(isSorted: Bool, _ comma: String, _ colon: String) -> String {
    switch self {
    case .null: return "null"
    case .boolean(let truth): return "\(truth)"
    case .number(let text): return text
    case .string(let text): return quoted(text)
    case .array(let elements):
      let texts = elements.map { $0.written(isSorted: isSorted, comma, colon) }
      return "[\(texts.joined(separator: comma))]"
    case .object(let members):
      let ordered = isSorted ? members.sorted { $0.name < $1.name } : members
      let texts = ordered.map {
        "\(quoted($0.name))\(colon)\($0.value.written(isSorted: isSorted, comma, colon))"
      }
      return "{\(texts.joined(separator: comma))}"
    }
  }
}
