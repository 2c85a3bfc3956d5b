import Diagnostics
import InterfaceXML
import SeededRandom

// Texts and addresses, ordinary ones and hard ones.

extension Maker {
  /// Any text that libvirt keeps as it is; it prints tabs and line ends so that they become blanks.
  mutating func text() -> String {
    let characters: [Unicode.Scalar] = [
      "a", "Z", "0", "-", "_", ".", " ", "/", "\\", "\"", "'", "<", ">", "&", ";", "#", "\u{7F}",
      "\u{85}", "ß", "\u{2028}", "\u{FFFD}", "\u{1F600}", "\u{301}", "=", "%",
    ]
    switch Int.random(in: 0..<3, using: &dice) {
    case 0: return dice.pick("default", "br-int", "eth0", "a b", "1.0", "null")
    case 1: return "n" + String(UInt32.random(in: 0 ... .max, using: &dice), radix: 16)
    default: return string(of: characters, 1...12)
    }
  }

  mutating func string(of characters: [Unicode.Scalar], _ length: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &dice) {
      text.append(characters.randomElement(using: &dice) ?? "a")
    }
    return String(text)
  }

  mutating func maybeText() -> String? { dice.once(in: 3) ? text() : nil }

  /// A text that libvirt can print without escaping it.
  mutating func plainText(_ length: ClosedRange<Int>) -> String {
    string(of: ["a", "Z", "0", "-", "_", ".", " ", "ß"], length.lowerBound...length.upperBound / 2)
  }

  mutating func path() -> String {
    "/" + string(of: ["a", "Z", "0", "-", " ", "'", "&", "<", "ü"], 1...20)
  }

  mutating func deviceName() throws(Diagnostic) -> DeviceName {
    // The first four are names that libvirt gives.
    let name = dice.pick("vnet0", "macvtap3", "macvlan0", "testnet7", "tap0", "eth0.7", "br-ex")
    return try DeviceName(dice.once(in: 2) ? name : string(of: ["a", "B", "7", "-", "_"], 1...15))
  }

  mutating func uuid() -> UUID { UUID(high: dice.next(), low: dice.next()) }

  mutating func maybeUUID() -> UUID? { dice.once(in: 2) ? uuid() : nil }

  mutating func macAddress() -> MACAddress {
    // Unicast, unless wild.
    MACAddress(bits: isWild ? dice.next() : dice.next() & ~0x0100_0000_0000)
  }

  mutating func alias() throws(Diagnostic) -> Alias {
    try Alias("ua-" + string(of: ["a", "Z", "0", "-", "_"], 1...12))
  }

  mutating func pciAddress() throws(Diagnostic) -> PCIAddress {
    try PCIAddress(
      domain: dice.pick(0, 0, 0, number(0...0xFFFF)),
      bus: number(0...0xFF),
      // Slot 0 of bus 0 is no address to libvirt.
      slot: number(1...31),
      function: number(0...7)
    )
  }

  mutating func ipAddress(isIPv6: Bool) -> IPAddress {
    guard isIPv6 else { return .v4(dice.next32()) }
    return dice.once(in: 3)
      ? .v6(high: 0, low: dice.next() >> UInt64.random(in: 0..<64, using: &dice))
      : .v6(high: dice.next(), low: dice.pick(0, 1, dice.next()))
  }

  mutating func ipAddress() -> IPAddress { ipAddress(isIPv6: .random(using: &dice)) }
}

extension SeededGenerator {
  fileprivate mutating func next32() -> UInt32 { UInt32(truncatingIfNeeded: next()) }
}
