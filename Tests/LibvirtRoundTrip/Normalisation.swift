import InterfaceXML

/// Another form for the same, in which an interface is written.
enum Normalisation: Hashable, CaseIterable {
  /// A number in another base or with other zeros.
  case number
  /// A part of an address that was left out, and is 0.
  case addressPart
  /// A word in other letters.
  case letters
  /// An element that says nothing.
  case empty

  /// What it is.
  var meaning: String {
    switch self {
    case .number: "numbers in the form that libvirt prints: 4 as 0x04"
    case .addressPart: "parts of an address that were left out, which are 0"
    case .letters: "words in the letters that libvirt prints: ViRtIo as virtio"
    case .empty: "elements without anything in them, left out"
    }
  }

  /// The form that explains a difference; nil when none does.
  init?(_ difference: Difference) {
    switch difference.content {
    case .attribute(let old?, let new?):
      if let number = Self.number(old), number == Self.number(new) {
        self = .number
      } else if old.lowercased() == new.lowercased() {
        self = .letters
      } else {
        return nil
      }
    case .attribute(nil, let new?):
      guard difference.path.hasPrefix("address@"), Self.number(new) == 0 else { return nil }
      self = .addressPart
    case .element(let old?, nil):
      guard old.saysNothing else { return nil }
      self = .empty
    case .attribute, .element, .text: return nil
    }
  }

  /// The value of a decimal or a hexadecimal number.
  private static func number(_ text: String) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }
}

extension XMLElement {
  /// Whether there is neither an attribute nor a text in it.
  fileprivate var saysNothing: Bool {
    attributes.isEmpty && text.isEmpty && children.allSatisfy(\.saysNothing)
  }
}
