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
      var frames = JSONFrames()
      for index in [first, expected, first] {
        let text = try JSONTree(texts[index]).written(isSorted: true, ",", ":")
        #expect(try Self.read(text, knowing: &frames).vif == vifs[index])
      }
    }
  }

  @Test func `what is wrong is told of the class that it is`() throws {
    let data = #"{"bridge_name":7,"id":"x"}"#
    let names = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
    let sorted = #"{"versioned_object.data":\#(data),\#(names),"versioned_object.version":"1.0"}"#
    for before in Self.classesBefore {
      var frames = try Self.frames(after: before)
      let error = #expect(throws: Diagnostic.self) { try Self.read(sorted, knowing: &frames) }
      #expect(error?.path.description == "/versioned_object.data/bridge_name")
      #expect(error?.details.className == "VIFBridge")
    }
  }

  /// The classes of what may have been read before; nil for nothing.
  private static let classesBefore = [nil, "VIFGeneric", "VIFBridge", "VIFOpenVSwitch"]

  /// What is known when an object of a class was read, with sorted keys.
  private static func frames(after className: String?) throws(Diagnostic) -> JSONFrames {
    var frames = JSONFrames()
    for declaration in OSVIFObject.declarations where declaration.name == className {
      let text = try JSONTree(declaration.fullPrimitive).written(isSorted: true, ",", ":")
      _ = try read(text, knowing: &frames)
    }
    return frames
  }

  private static func read(
    _ text: String,
    knowing frames: inout JSONFrames
  ) throws(Diagnostic) -> (vif: VIF, warnings: [String]) {
    try JSONReader.withReader(over: text.utf8.span, knowing: &frames) { reader throws(Diagnostic) in
      let vif = try VIF(reading: &reader)
      return (vif, reader.warnings.map(\.description))
    }
  }

  /// A VIF with sorted keys, behind one of the same class, of another or of none.
  private static func readSorted(
    _ data: String,
    _ more: String,
    after className: String?
  ) throws(Diagnostic) -> (vif: VIF, warnings: [String]) {
    let names = #""versioned_object.name":"VIFBridge","versioned_object.namespace":"os_vif""#
    let text = """
      {"versioned_object.data":\(data),\(names),"versioned_object.version":"1.0"\(more)}
      """
    var frames = try frames(after: className)
    return try read(text, knowing: &frames)
  }

  @Test(arguments: classesBefore)
  func `warnings stay where they belong`(className: String?) throws {
    let network = """
      {"versioned_object.data":{"y":1},"versioned_object.name":"Network",\
      "versioned_object.namespace":"os_vif","versioned_object.version":"01.1","x":1}
      """
    let (vif, warnings) = try Self.readSorted(
      #"{"network":\#(network),"z":1}"#,
      #","w":1"#,
      after: className
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

  @Test(arguments: classesBefore)
  func `the depth is bounded, wherever the data stand`(className: String?) {
    let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    let error = #expect(throws: Diagnostic.self) {
      try Self.readSorted(#"{"z":\#(deep)}"#, "", after: className)
    }
    #expect(error?.code.rawValue == "json.too-deep")
    let broken = #expect(throws: Diagnostic.self) {
      try Self.readSorted(#"{"id":[}]}"#, "", after: className)
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
  func written(isSorted: Bool, _ comma: String, _ colon: String) -> String {
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
