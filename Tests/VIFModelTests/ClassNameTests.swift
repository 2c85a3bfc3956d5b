import Testing
import VIFModel

/// Which class may stand where.
struct ClassNameTests {
  @Test(arguments: [
    ("VIFBrigde", "VIFBridge"), ("VifBridge", "VIFBridge"), ("VIFOpenVswitch", "VIFOpenVSwitch"),
    ("", nil), ("Chassis", nil),
  ])
  func `a name that no class has is unknown, with a guess at what was meant`(
    name: String,
    guess: String?
  ) {
    let error = #expect(throws: Diagnostic.self) { try vif(primitive(name)) }
    #expect(error?.code.rawValue == "object.class-unknown")
    #expect(error?.path.description == "/versioned_object.name")
    #expect(error?.details.remedy == guess.map { "did you mean \($0)?" })
    #expect(error?.details.className == name)
  }

  @Test(arguments: [
    "VIFBase", "VIFPortProfileBase", "Network", "Subnet", "HostInfo", "InstanceInfo",
    "DatapathOffloadBase",
  ])
  func `no other class may stand for a VIF`(name: String) {
    let error = #expect(throws: Diagnostic.self) { try vif(primitive(name)) }
    #expect(error?.code.rawValue == "object.class-unexpected")
    #expect(error?.path.description == "/versioned_object.name")
    #expect(error?.details.value == name)
  }

  /// A field of an object, with what may not stand in it.
  static let fields = [
    ("VIFGeneric", "port_profile", "VIFGeneric"), ("VIFGeneric", "network", "Subnet"),
    ("VIFGeneric", "network", "VIFPortProfileBase"),
  ]

  @Test(arguments: fields)
  func `no other class may stand in a field`(owner: String, field: String, name: String) {
    let error = #expect(throws: Diagnostic.self) {
      try vif(primitive(owner, "1.0", #"{"\#(field)":\#(primitive(name))}"#))
    }
    #expect(error?.code.rawValue == "object.class-unexpected")
    #expect(
      error?.path.description == "/versioned_object.data/\(field)/versioned_object.name"
    )
  }

  @Test func `an unknown class in a field is told at that field`() {
    let profile = primitive("VIFPortProfileOpenVSwich", "1.4")
    let error = #expect(throws: Diagnostic.self) { try base(#""port_profile":\#(profile)"#) }
    #expect(error?.code.rawValue == "object.class-unknown")
    #expect(
      error?.path.description == "/versioned_object.data/port_profile/versioned_object.name"
    )
    #expect(error?.details.remedy == "did you mean VIFPortProfileOpenVSwitch?")
  }

  @Test func `an unknown class deep inside is told at its place`() {
    let list = primitive("SubnetList", "1.0", #"{"objects":[\#(primitive("Subnets"))]}"#)
    let error = #expect(throws: Diagnostic.self) { try network(#"{"subnets":\#(list)}"#) }
    #expect(
      error?.path.description == "/versioned_object.data/network/versioned_object.data/subnets"
        + "/versioned_object.data/objects/0/versioned_object.name"
    )
  }

  @Test func `offloads are of the two known classes`() {
    for (name, code) in [
      ("DatapathOffload", "object.class-unknown"),
      ("VIFPortProfileBase", "object.class-unexpected"),
    ] {
      let error = #expect(throws: Diagnostic.self) {
        try profile("VIFPortProfileBase", "1.1", #"{"datapath_offload":\#(primitive(name))}"#)
      }
      #expect(error?.code.rawValue == code)
      #expect(error?.path.components.last == "versioned_object.name")
      #expect(error?.path.components.dropLast().last == "datapath_offload")
    }
  }
}
