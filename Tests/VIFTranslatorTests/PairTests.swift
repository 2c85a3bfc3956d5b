import Testing
import VIFTranslator

/// Every VIF with every port profile, by a table that is written out by hand.
struct PairTests {
  /// For each type of VIF: what comes of each profile, in the order of the columns.
  ///
  /// `E` ethernet, `B` bridge, `O` bridge with an openvswitch port, `D` direct, `V` vhostuser,
  /// `H` hostdev; `g` and `h` with an 802.1Qbg or Qbh port; `-` refused.
  static let table = [
    //                 none Base OVS FPOVS Repr FPBr FPTap Qbg Qbh K8s
    ("VIFGeneric", "EEEEEEE---"), ("VIFBridge", "BBBBBB----"), ("VIFOpenVSwitch", "OOOOO-----"),
    ("VIFDirect", "DD-----gh-"), ("VIFVHostUser", "VVVVVVV---"), ("VIFHostDevice", "HHH-H---H-"),
    ("VIFNestedDPDK", "----------"),
  ]

  private static func letter(_ translation: Translation) -> Character {
    guard case .interface(let interface) = translation.device else { return "?" }
    switch (interface.type, interface.virtualPort) {
    case (.ethernet, nil): return "E"
    case (.bridge, nil): return "B"
    case (.bridge, .openVSwitch): return "O"
    case (.direct, nil): return "D"
    case (.direct, .ieee8021Qbg): return "g"
    case (.direct, .ieee8021Qbh): return "h"
    case (.vhostuser, nil): return "V"
    case (.hostdev, nil): return "H"
    // The one other profile of a host device that libvirt has a port for.
    case (.hostdev, .ieee8021Qbh): return "H"
    default: return "?"
    }
  }

  @Test(arguments: table)
  func `ends in a document or is refused`(type: String, row: String) throws {
    let profiles: [String?] = [nil] + Sample.profiles.map(\.name)
    #expect(profiles.count == row.count)
    for (profile, expected) in zip(profiles, row) {
      let json = Sample.json(type, profile.map { Sample.profile($0) } ?? "")
      guard expected == "-" else {
        let found = try Self.letter(Sample.translation(json))
        #expect(found == expected, "\(type) with \(profile ?? "no profile")")
        continue
      }
      let error = try #require(
        #expect(throws: Diagnostic.self, "\(type) with \(profile ?? "no profile")") {
          try Sample.translation(json)
        }
      )
      #expect(error.code.rawValue == "pair.unsupported")
      #expect(error.details.value == profile ?? "none")
      #expect(error.details.className == type)
      // A bare primitive has no `vif` on the way; the translation's own paths do.
      let path = profile == nil ? "/vif" : "/vif/versioned_object.data/port_profile"
      #expect(error.path.description == path)
    }
  }

  @Test func `an offload changes nothing`() throws {
    for (type, row) in Self.table {
      for ((name, data), letter) in zip(Sample.profiles, row.dropFirst()) where letter != "-" {
        let offload =
          #""datapath_offload":\#(primitive("DatapathOffloadRepresentor", "1.0", #""representor_name":"r""#))"#
        let data = data.isEmpty ? offload : "\(data),\(offload)"
        let plain = try Sample.translation(Sample.json(type, Sample.profile(name)))
        let offloaded = try Sample.translation(Sample.json(type, Sample.profile(name, data)))
        #expect(plain.device == offloaded.device, "\(type) with \(name)")
      }
    }
  }

  @Test func `a generic host device has no port`() throws {
    let data = #""dev_type":"generic","dev_address":"\#(Sample.pci)""#
    for (name, isAllowed) in [
      ("VIFPortProfileBase", true), ("VIFPortProfileOpenVSwitch", true),
      ("VIFPortProfileOVSRepresentor", true), ("VIFPortProfile8021Qbh", false),
    ] {
      let json = Sample.json("VIFHostDevice", Sample.profile(name), replacing: data)
      if isAllowed {
        guard case .hostDevice = try Sample.translation(json).device else {
          Issue.record("\(name): an interface")
          continue
        }
      } else {
        let error = #expect(throws: Diagnostic.self) { try Sample.translation(json) }
        #expect(error?.code.rawValue == "pair.unsupported")
      }
    }
  }

  @Test(arguments: [
    (#""create_tap":true"#, "ethernet", "<target dev='tap0' managed='no'/>"),
    (#""create_tap":true,"create_port":true"#, "ethernet", "<target dev='tap0' managed='no'/>"),
    (#""create_port":true"#, "ethernet", "<target dev='tap0'/>"),
    (#""create_port":false,"create_tap":false"#, "bridge", "<target dev='tap0'/>"),
    (#""create_port":null"#, "bridge", "<target dev='tap0'/>"),
  ])
  func `an Open vSwitch port is made by the plugin or by libvirt`(
    data: String,
    type: String,
    target: String
  ) throws {
    for name in [
      "VIFPortProfileOpenVSwitch", "VIFPortProfileFPOpenVSwitch", "VIFPortProfileOVSRepresentor",
    ] {
      let profile = Sample.profile(name, #"\#(data),"interface_id":"\#(Sample.interfaceID)""#)
      let lines = try Sample.lines(Sample.json("VIFOpenVSwitch", profile))
      #expect(lines.first == "<interface type='\(type)'>")
      #expect(lines.contains(target))
      let parameters = "<parameters interfaceid='\(Sample.interfaceID)'/>"
      #expect(lines.contains(parameters) == (type == "bridge"))
    }
  }
}
