import Addresses
import SeededRandom
import VIFModel

/// A kind of value of which any one can be made.
protocol Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> Self
}

extension Bool: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> Bool { .random(using: &dice) }
}

extension Int64: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> Int64 {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: dice.pick(0, -1, .min, .max)
    case 1: .random(in: .min ... .max, using: &dice)
    default: .random(in: 0...9000, using: &dice)
    }
  }
}

extension String: Arbitrary {
  /// Names as they are, and what is hard to quote.
  static func arbitrary(_ dice: inout Dice) -> String {
    let characters: [Unicode.Scalar] = [
      "a", "Z", "0", "-", "_", " ", "/", "\\", "\"", "'", "<", "&", "\u{0}", "\u{1F}", "\n", "\r",
      "\u{7F}", "\u{85}", "ß", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{1F600}", "e", "\u{301}",
    ]
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: return dice.pick("", "tap07bd6cea-fb", "br-int", "1.0", "null", "true")
    case 1: return "tap" + String(UInt32.random(in: 0 ... .max, using: &dice), radix: 16)
    default:
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        text.append(characters.randomElement(using: &dice) ?? "a")
      }
      return String(text)
    }
  }
}

extension UUID: Arbitrary {
  /// In the spellings that os-vif passes on untouched.
  static func arbitrary(_ dice: inout Dice) -> UUID {
    let uuid = UUID(high: dice.next(), low: dice.next())
    let text = uuid.canonical
    let spelling = dice.pick(
      text,
      text,
      text,
      text.uppercased(),
      text.filter { $0 != "-" },
      "{\(text)}",
      "urn:uuid:\(text)"
    )
    return (try? UUID(spelling)) ?? uuid
  }
}

extension MACAddress: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> MACAddress { MACAddress(bits: dice.next()) }
}

extension PCIAddress: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> PCIAddress {
    let address = try? PCIAddress(
      // os-vif has no domain beyond.
      domain: .random(in: 0...0xFFFF, using: &dice),
      bus: .random(in: 0 ... .max, using: &dice),
      slot: .random(in: 0...31, using: &dice),
      function: .random(in: 0...7, using: &dice)
    )
    guard let address else { preconditionFailure("a PCI address in bounds is refused") }
    return address
  }
}

extension IPAddress: Arbitrary {
  /// With runs of zeros of every length, and the addresses that end in an IPv4 address.
  static func arbitrary(_ dice: inout Dice) -> IPAddress {
    if .random(using: &dice) { return .v4(.random(in: 0 ... .max, using: &dice)) }
    let low = dice.next()
    return switch Int.random(in: 0..<5, using: &dice) {
    case 0: .v6(high: 0, low: low & 0xFFFF_FFFF | 0xFFFF_0000_0000)
    case 1: .v6(high: 0, low: low & 0xFFFF_FFFF)
    case 2: .v6(high: 0x0064_FF9B_0000_0000, low: low & 0xFFFF_FFFF)
    default: .v6(high: dice.next() & groupMask(&dice), low: low & groupMask(&dice))
    }
  }

  private static func groupMask(_ dice: inout Dice) -> UInt64 {
    (0..<4).reduce(0) { mask, _ in mask << 16 | (Bool.random(using: &dice) ? 0xFFFF : 0) }
  }
}

extension IPNetwork: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> IPNetwork {
    let address = IPAddress.arbitrary(&dice)
    let length = Int.random(in: 0...address.width, using: &dice)
    guard let network = try? IPNetwork("\(address)/\(length)") else {
      preconditionFailure("the network \(address)/\(length) is refused")
    }
    return network
  }
}

extension Array: Arbitrary where Element: Arbitrary {
  static func arbitrary(_ dice: inout Dice) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<Int.random(in: 0...3, using: &dice) { elements.append(.arbitrary(&dice)) }
    return elements
  }
}

extension Arbitrary where Self: CaseIterable {
  static func arbitrary(_ dice: inout Dice) -> Self {
    guard let word = allCases.randomElement(using: &dice) else {
      preconditionFailure("\(Self.self) has no words")
    }
    return word
  }
}

extension VIFDirect.Mode: Arbitrary {}
extension VIFVHostUser.Mode: Arbitrary {}
extension VIFHostDevice.DeviceType: Arbitrary {}
