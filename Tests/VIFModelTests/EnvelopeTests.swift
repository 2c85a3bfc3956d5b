import Testing
import VIFModel

struct EnvelopeTests {
  static let keys = [
    #""versioned_object.name":"VIFBridge""#, #""versioned_object.namespace":"os_vif""#,
    #""versioned_object.version":"1.0""#,
    #""versioned_object.data":{"bridge_name":"br0","port_profile":null_or_profile}"#,
    #""versioned_object.changes":["bridge_name"]"#,
  ]

  private static func text(_ keys: some Sequence<String>) -> String {
    let profile =
      #"{"versioned_object.data":{"datapath_offload":null},"versioned_object.version":"1.1","#
      + #""versioned_object.namespace":"os_vif","versioned_object.name":"VIFPortProfileBase"}"#
    return "{\(keys.joined(separator: ","))}".replacing("null_or_profile", with: profile)
  }

  @Test func `takes its keys in any order`() throws {
    let first = try vif(Self.text(Self.keys))
    #expect(first.base.portProfile?.className == "VIFPortProfileBase")
    for shift in 1..<Self.keys.count {
      let keys = Self.keys[shift...] + Self.keys[..<shift]
      #expect(try vif(Self.text(keys)) == first, "\(shift)")
      #expect(try vif(Self.text(keys.reversed())) == first, "\(shift) reversed")
    }
  }

  @Test(arguments: 0..<4)
  func `needs each of its keys but the changes`(index: Int) {
    var keys = Self.keys
    keys.remove(at: index)
    for keys in [keys, keys.reversed()] {
      let error = #expect(throws: Diagnostic.self) { try vif(Self.text(keys)) }
      #expect(error?.code.rawValue == "object.key-missing")
      let name = Self.keys[index].split(separator: "\"")[0]
      #expect(error?.problem == "the key '\(name)' is missing")
    }
  }

  @Test(arguments: 0..<5)
  func `refuses a key that stands there twice`(index: Int) {
    for keys in [Self.keys + [Self.keys[index]], [Self.keys[index]] + Self.keys] {
      let error = #expect(throws: Diagnostic.self) { try vif(Self.text(keys)) }
      #expect(error?.code.rawValue == "object.field-repeated")
    }
  }

  @Test(arguments: ["os-vif", "OS_VIF", "", "os_vif ", "nova"])
  func `takes os-vif's namespace only`(namespace: String) {
    var keys = Self.keys
    keys[1] = #""versioned_object.namespace":"\#(namespace)""#
    let error = #expect(throws: Diagnostic.self) { try vif(Self.text(keys)) }
    #expect(error?.code.rawValue == "object.namespace")
    #expect(error?.path.description == "/versioned_object.namespace")
    #expect(error?.details.value == namespace)
    #expect(error?.details.bound == "os_vif")
  }

  @Test(arguments: [(0, "name"), (1, "namespace"), (2, "version")])
  func `takes texts only for name, namespace and version`(index: Int, name: String) {
    for value in ["1", "null", "[]", "{}", "true"] {
      var keys = Self.keys
      keys[index] = #""versioned_object.\#(name)":\#(value)"#
      let error = #expect(throws: Diagnostic.self) { try vif(Self.text(keys)) }
      #expect(error?.code.rawValue == "json.kind")
      #expect(error?.path.description == "/versioned_object.\(name)")
    }
  }

  @Test(arguments: ["null", "[]", "1", #""x""#])
  func `takes an object only for the data`(value: String) {
    for keys in [Self.keys, Self.keys.reversed()] {
      let keys = keys.map {
        $0.contains("versioned_object.data") ? #""versioned_object.data":\#(value)"# : $0
      }
      let error = #expect(throws: Diagnostic.self) { try vif(Self.text(keys)) }
      #expect(error?.code.rawValue == "json.kind")
      #expect(error?.path.description == "/versioned_object.data")
      #expect(error?.details.className == "VIFBridge")
    }
  }

  @Test(arguments: ["null", "{}", "[1]", #""x""#])
  func `takes a list of texts only for the changes`(value: String) {
    let error = #expect(throws: Diagnostic.self) {
      try vif(Self.text(Self.keys.dropLast() + [#""versioned_object.changes":\#(value)"#]))
    }
    #expect(error?.code.rawValue == "json.kind")
    #expect(error?.path.description == "/versioned_object.changes")
  }

  @Test func `keeps the changes as a set, wherever they stand`() throws {
    let changed = ["id", "plugin"]
    let read = try [
      #"["id","plugin"]"#, #"["plugin","id","id"]"#,
    ].map { try vif(primitive("VIFGeneric", "1.0", "{}", changes: $0)) }
    for case .generic(let vif) in read { #expect(vif.changes == ChangedFields(changed)) }
    #expect(read[0] == read[1])
    guard case .generic(let unchanged) = try vif(primitive("VIFGeneric")) else {
      Issue.record("another class")
      return
    }
    #expect(unchanged.changes == [])
    let offload = primitive("DatapathOffloadBase", "1.0", "{}", changes: #"["a"]"#)
    let profile = primitive(
      "VIFPortProfileBase",
      "1.1",
      #"{"datapath_offload":\#(offload)}"#,
      changes: #"["b"]"#
    )
    guard case .base(let nested)? = try base(#""port_profile":\#(profile)"#).portProfile,
      case .value(.base(let innermost)) = nested.datapathOffload
    else {
      Issue.record("another class")
      return
    }
    #expect(nested.changes == ["b"])
    #expect(innermost.changes == ["a"])
  }

  @Test(arguments: ["null", "[]", #""VIFBridge""#, "1"])
  func `is an object`(json: String) {
    let error = #expect(throws: Diagnostic.self) { try vif(json) }
    #expect(error?.code.rawValue == "json.kind")
    let nested = #expect(throws: Diagnostic.self) { try base(#""port_profile":\#(json)"#) }
    #expect(nested?.code.rawValue == (json == "null" ? "object.field-null" : "json.kind"))
    #expect(nested?.path.description == "/versioned_object.data/port_profile")
  }

  @Test func `is alone in its text`() {
    let error = #expect(throws: Diagnostic.self) { try vif(primitive("VIFGeneric") + "{}") }
    #expect(error?.code.rawValue == "json.syntax")
  }
}
