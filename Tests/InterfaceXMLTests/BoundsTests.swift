import InterfaceXML
import Testing

/// The bounds of each element's numbers.
struct BoundsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let allowed: [Int64]
    let refused: [Int64]
    let make: @Sendable (Int64) throws -> Void

    var testDescription: String { name }
  }

  static let largest = Int64(UInt32.max)

  static let rows: [Row] = [
    Row(name: "mtu", allowed: [68, 1500, 65535], refused: [.min, -1, 0, 67, 65536, .max]) {
      _ = try MTU(size: $0)
    },
    Row(name: "boot", allowed: [1, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try Boot(order: $0)
    },
    Row(name: "acpi", allowed: [1, 16383], refused: [.min, -1, 0, 16384, .max]) {
      _ = try ACPI(index: $0)
    },
    Row(name: "coalesce", allowed: [1, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try Coalesce(rxFramesMax: $0)
    },
    Row(name: "queues", allowed: [1, 2, 256, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try QueueCount($0)
    },
    Row(name: "floor", allowed: [1, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try Bandwidth.Limits(floor: $0)
    },
    Row(name: "node", allowed: [0, 16383], refused: [-1, 16384]) {
      _ = try NodeSet(nodes: [1, Int($0)])
    },
    Row(name: "cssid", allowed: [0, 0xFE], refused: [0xFF, 0x100]) {
      _ = try CCWAddress(cssid: UInt32($0), ssid: 3, devno: 0xFFFF)
    },
    Row(name: "ssid", allowed: [0, 3], refused: [4]) {
      _ = try CCWAddress(cssid: 0xFE, ssid: UInt32($0), devno: 0)
    },
    Row(name: "devno", allowed: [0, 0xFFFF], refused: [0x10000]) {
      _ = try CCWAddress(cssid: 0, ssid: 0, devno: UInt32($0))
    },
    Row(name: "usb port", allowed: [1, largest], refused: [0]) {
      _ = try USBAddress(bus: 0, port: [1, 2, 3, UInt32($0)])
    },
    Row(
      name: "queue size",
      allowed: [256, 512, 1024],
      refused: [.min, -256, 0, 128, 255, 257, 768, 2048, .max]
    ) { _ = try QueueSize($0) },
    Row(name: "vlan", allowed: [0, 1, 4095], refused: [.min, -1, 4096, .max]) {
      _ = try VLAN.Tag(id: $0)
    },
    Row(name: "average", allowed: [1, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try Bandwidth.Limits(average: $0)
    },
    Row(name: "peak", allowed: [1, largest], refused: [.min, -1, 0, largest + 1, .max]) {
      _ = try Bandwidth.Limits(average: 1, peak: $0)
    },
    Row(name: "burst", allowed: [1, 4_194_303], refused: [.min, -1, 0, 4_194_304, .max]) {
      _ = try Bandwidth.Limits(average: 1, burst: $0)
    },
    Row(name: "manager_id", allowed: [0, 255], refused: [.min, -1, 256, .max]) {
      _ = try IEEE8021QbgPort(managerID: $0, typeID: 1, typeIDVersion: 1, instanceID: nil)
    },
    Row(name: "type_id", allowed: [0, 16_777_215], refused: [.min, -1, 16_777_216, .max]) {
      _ = try IEEE8021QbgPort(managerID: 1, typeID: $0, typeIDVersion: 1, instanceID: nil)
    },
    Row(name: "type_id_version", allowed: [0, 255], refused: [.min, -1, 256, .max]) {
      _ = try IEEE8021QbgPort(managerID: 1, typeID: 1, typeIDVersion: $0, instanceID: nil)
    },
  ]

  @Test(arguments: rows)
  func `takes what is within and refuses what is outside`(row: Row) {
    for value in row.allowed { #expect(throws: Never.self, "\(value)") { try row.make(value) } }
    for value in row.refused {
      let error = #expect(throws: Diagnostic.self, "\(value)") { try row.make(value) }
      #expect(error?.code.rawValue == "value.out-of-range")
      #expect(error?.details.value == "\(value)")
      #expect(error?.details.bound != nil)
    }
  }

  @Test func `one queue pair says nothing`() throws {
    #expect(try QueueCount(1) == nil)
    #expect(try QueueCount(2)?.count == 2)
  }

  @Test func `a reconnect timeout is at least a second`() throws {
    let error = #expect(throws: Diagnostic.self) { try VHostUserSource.Reconnect(timeout: 0) }
    #expect(error?.code.rawValue == "value.out-of-range")
    #expect(try VHostUserSource.Reconnect(timeout: .max).timeout == .max)
    #expect(VHostUserSource.Reconnect.off.timeout == nil)
  }

  @Test func `a bandwidth limits at least one direction`() {
    let error = #expect(throws: Diagnostic.self) { try Bandwidth(inbound: nil, outbound: nil) }
    #expect(error?.code.rawValue == "bandwidth.empty")
  }

  @Test func `a guest address is on a bus that QEMU has, and not the host bridge's`() throws {
    for (text, code) in [("0001:00:01.0", "address.domain"), ("0000:00:00.1", "address.slot")] {
      let error = #expect(throws: Diagnostic.self) {
        try DeviceAddress(pci: Sample.pci(text))
      }
      #expect(error?.code.rawValue == code)
    }
    for text in ["0000:00:01.0", "0000:01:00.0", "0000:ff:1f.7"] {
      #expect(throws: Never.self) { try DeviceAddress(pci: Sample.pci(text)) }
    }
  }

  @Test func `a vlan has a tag, at most one native one, and is a trunk when it must`() throws {
    let tag = try VLAN.Tag(id: 1)
    let other = try VLAN.Tag(id: 3)
    let native = try VLAN.Tag(id: 2, nativeMode: .untagged)
    for (tags, trunk, code) in [
      ([], nil, "vlan.no-tag"), ([native, native], nil, "vlan.native"),
      ([tag, other, tag], nil, "vlan.repeated"),
      ([tag, other], false, "vlan.trunk"), ([native], false, "vlan.trunk"),
    ] as [([VLAN.Tag], Bool?, String)] {
      let error = #expect(throws: Diagnostic.self) { try VLAN(tags: tags, trunk: trunk) }
      #expect(error?.code.rawValue == code)
    }
    for (tags, trunk, isTrunk) in [
      ([tag], nil, false), ([tag], false, false), ([tag], true, true), ([tag, other], nil, true),
      ([tag, native], true, true), ([native], nil, false),
    ] as [([VLAN.Tag], Bool?, Bool)] {
      #expect(try VLAN(tags: tags, trunk: trunk).trunk == isTrunk)
    }
  }

  @Test func `a rom that is off has nothing else`() throws {
    for rom in [
      (bar: true, file: nil), (bar: nil, file: "/a"), (bar: false, file: "/a"),
    ] as [(bar: Bool?, file: String?)] {
      let error = #expect(throws: Diagnostic.self) {
        try ROM(enabled: false, bar: rom.bar, file: rom.file)
      }
      #expect(error?.code.rawValue == "rom.disabled")
      #expect(throws: Never.self) { try ROM(enabled: true, bar: rom.bar, file: rom.file) }
    }
    #expect(throws: Never.self) { try ROM(enabled: false) }
  }

  @Test(arguments: ["A", " .9z", "12345678"])
  func `what firmware loads`(text: String) throws {
    #expect(try Boot(order: 1, loadparm: text).loadparm == text.uppercased())
  }

  @Test(arguments: ["", " ", "123456789", "a-b", "ä", "\t"])
  func `what no firmware loads`(text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try Boot(order: 1, loadparm: text) }
    #expect(error?.code == .valueOutOfRange)
    #expect(error?.path.description == "/loadparm")
  }

  @Test func `sets and ways have a length`() throws {
    #expect(throws: Diagnostic.self) { try NodeSet(nodes: []) }
    #expect(throws: Diagnostic.self) { try USBAddress(bus: 0, port: [1, 2, 3, 4, 5]) }
    #expect(try NodeSet(nodes: [3, 1, 2, 8]).description == "1-3,8")
  }
}
