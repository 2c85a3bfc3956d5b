/// What libvirt printed of an interface.
struct PrintedText {
  /// The text, without the name that the mock driver gives to a device.
  let text: String

  init(_ text: String, isWithoutTarget: Bool) {
    guard isWithoutTarget else {
      self.text = text
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.text = lines.compactMap { Self.withoutName($0) }.joined(separator: "\n")
  }

  private static func withoutName(_ line: Substring) -> String? {
    let start = "  <target dev='testnet"
    guard line.hasPrefix(start) else { return String(line) }
    let rest = line.dropFirst(start.count).drop { $0.isNumber }.dropFirst()
    return rest == "/>" ? nil : "  <target\(rest)"
  }

  /// Whether the text is this, with a MAC address or a UUID for each placeholder.
  func matches(_ pattern: String) -> Bool {
    var pattern = pattern[...]
    var rest = text[...]
    while let mark = pattern.firstIndex(of: "@") {
      let length: Int
      if pattern[mark...].hasPrefix("@RANDOM-MAC@") {
        length = 17
      } else if pattern[mark...].hasPrefix("@RANDOM-UUID@") {
        length = 36
      } else {
        return false
      }
      guard rest.hasPrefix(pattern[..<mark]) else { return false }
      rest = rest.dropFirst(pattern[..<mark].count).dropFirst(length)
      pattern = pattern[mark...].dropFirst().drop { $0 != "@" }.dropFirst()
    }
    return rest == pattern
  }
}
