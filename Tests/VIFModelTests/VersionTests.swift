import Testing
import VIFModel

struct VersionTests {
  @Test(arguments: [
    ("1", ObjectVersion(1, 0)), ("1.0", ObjectVersion(1, 0)), ("1.4", ObjectVersion(1, 4)),
    ("1.10", ObjectVersion(1, 10)), ("1.0.0", ObjectVersion(1, 0)),
    ("1.0.1", ObjectVersion(1, 0, 1)), ("0.9", ObjectVersion(0, 9)), ("01.04", ObjectVersion(1, 4)),
  ])
  func `reads up to three numbers, and keeps their spelling`(
    text: String,
    version: ObjectVersion
  ) throws {
    #expect(try ObjectVersion(text) == version)
    #expect(try ObjectVersion(text).description == text)
  }

  @Test(arguments: [
    "", ".", "1.", ".1", "1..0", "1.0.0.0", "v1.0", "1.0a", "1.0 ", " 1.0", "-1.0", "+1.0", "1,0",
    "1.٤", "99999999999999999999", "abc",
  ])
  func `refuses anything else`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try ObjectVersion(text) }
    #expect(error?.code.rawValue == "object.version-malformed")
    #expect(error?.details.value == text)
  }

  @Test func `orders number by number`() throws {
    let texts = ["0.9", "1", "1.0.1", "1.1", "1.4", "1.10", "2.0"]
    let versions = try texts.map { try ObjectVersion($0) }
    #expect(versions.shuffled().sorted() == versions)
    #expect(try ObjectVersion("1") == ObjectVersion("1.0.0"))
  }

  /// The newest version of each class, by the history of os-vif.
  static let newest = [
    ("VIFGeneric", "1.0"), ("VIFBridge", "1.0"), ("VIFOpenVSwitch", "1.0"), ("VIFDirect", "1.0"),
    ("VIFVHostUser", "1.1"), ("VIFHostDevice", "1.0"), ("VIFNestedDPDK", "1.0"),
    ("VIFPortProfileBase", "1.1"), ("VIFPortProfileOpenVSwitch", "1.4"),
    ("VIFPortProfileFPOpenVSwitch", "1.4"), ("VIFPortProfileOVSRepresentor", "1.4"),
    ("VIFPortProfileFPBridge", "1.1"), ("VIFPortProfileFPTap", "1.1"),
    ("VIFPortProfile8021Qbg", "1.1"), ("VIFPortProfile8021Qbh", "1.1"),
    ("VIFPortProfileK8sDPDK", "1.1"),
  ]

  private static func read(_ name: String, _ version: String) throws(Diagnostic) -> ObjectVersion? {
    if name.hasPrefix("VIFPortProfile") { return try profile(name, version, "{}")?.version }
    return try vif(primitive(name, version)).version
  }

  @Test(arguments: newest)
  func `takes every older minor number, and keeps it`(name: String, newest: String) throws {
    let minor = try ObjectVersion(newest).minor
    for number in 0...minor {
      #expect(try Self.read(name, "1.\(number)") == ObjectVersion(1, number))
    }
    #expect(try Self.read(name, "1") == ObjectVersion(1, 0))
  }

  @Test(arguments: newest)
  func `refuses newer ones and other major numbers`(name: String, newest: String) throws {
    let minor = try ObjectVersion(newest).minor
    for version in ["1.\(minor + 1)", "1.10", "1.\(minor).1", "2.0", "0.9"] {
      let error = #expect(throws: Diagnostic.self, "\(version)") {
        try Self.read(name, version)
      }
      #expect(error?.code.rawValue == "object.version-unsupported")
      #expect(error?.details.className == name)
      #expect(try error?.details.version == ObjectVersion(version).description)
      #expect(error?.details.bound == "1.0…\(newest)")
      let way = name.hasPrefix("VIFPortProfile") ? "/versioned_object.data/port_profile" : ""
      #expect(error?.path.description == way + "/versioned_object.version")
    }
  }

  @Test func `refuses a third number of the newest version only`() throws {
    #expect(try Self.read("VIFVHostUser", "1.0.1") == ObjectVersion(1, 0, 1))
    #expect(throws: Diagnostic.self) { try Self.read("VIFGeneric", "1.0.1") }
  }

  @Test func `reads a Subnet 1_1, which one release of os-vif wrote, with a warning`() throws {
    var warnings: [Diagnostic] = []
    let json = primitive("Subnet", "1.1", #"{"cidr":"10.0.0.0/24"}"#)
    let object = try OSVIFObject(json: json, warnings: &warnings)
    #expect(object.version == ObjectVersion(1, 0))
    #expect(warnings.map(\.code.rawValue) == ["object.version-withdrawn"])
  }
}
