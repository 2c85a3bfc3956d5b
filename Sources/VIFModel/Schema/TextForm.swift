/// Texts that have a form: the schemas' definitions of them, with the readers' own bounds.
package enum TextForm: String, CaseIterable {
  case uuid, mac, pci, ip, ipNetwork

  /// The schema of such a text.
  var schema: JSONSchema {
    switch self {
    case .uuid: .text(Self.uuidPattern)
    case .mac: .text("\(Self.byte)(?:[:-]\(Self.byte)){5}")
    case .pci: .text(#"[0-9A-Fa-f]{4}:\#(Self.byte):[01][0-9A-Fa-f]\.[0-7]"#)
    case .ip:
      .any([
        .text(Self.ipv4).with("format", .string("ipv4")),
        .text(Self.ipv6).with("format", .string("ipv6")),
      ])
    case .ipNetwork:
      .any([
        .text("(?:\(Self.ipv4))(?:/(?:\(Self.ipv4Length)|\(Self.netmask)|\(Self.hostmask)))?"),
        .text("(?:\(Self.ipv6))(?:/0*(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?"),
      ])
    }
  }

  /// A reference to the schema.
  package var reference: JSONSchema { .definition(rawValue) }

  private static let byte = "[0-9A-Fa-f]{2}"

  /// Python's: dashes between any two bytes or none, braces and a URN's prefix.
  private static let uuidPattern = {
    let digits = "\(byte)(?:-?\(byte)){15}"
    return #"(?:[Uu][Rr][Nn]:[Uu][Uu][Ii][Dd]:)?(?:\#(digits)|\{\#(digits)\})"#
  }()

  private static let ipv4 = {
    let part = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    return #"\#(part)(?:\.\#(part)){3}"#
  }()

  private static let ipv4Length = "0*(?:3[0-2]|[12]?[0-9])"

  /// Ones and then zeros, up to one part of both.
  private static let netmask = mask(
    before: "255",
    behind: "0",
    parts: (0..<8).map { 256 - 1 << $0 }
  )

  /// Zeros and then ones.
  private static let hostmask = mask(before: "0", behind: "255", parts: (0..<8).map { 1 << $0 - 1 })

  private static func mask(before: String, behind: String, parts: [Int]) -> String {
    let part = "(?:\((parts.map(String.init) + [behind]).joined(separator: "|")))"
    return (0..<4)
      .map { index in
        let (head, tail) = (Array(repeating: before, count: index), 3 - index)
        return (head + [part] + Array(repeating: behind, count: tail)).joined(separator: #"\."#)
      }
      .joined(separator: "|")
  }

  /// Eight groups, of which `::` stands for one or more; the last two may be an IPv4 address.
  private static let ipv6 = {
    let group = "[0-9A-Fa-f]{1,4}"
    let lastTwo = "(?:\(group):\(group)|\(ipv4))"
    let head = { (most: Int) in most == 0 ? "" : "(?:(?:\(group):){0,\(most - 1)}\(group))?" }
    let full = "(?:\(group):){6}\(lastTwo)"
    // By the number of groups behind the gap.
    let short = ["\(head(7))::", "\(head(6))::\(group)"]
    let long = (2...7).map { count in "\(head(7 - count))::(?:\(group):){\(count - 2)}\(lastTwo)" }
    return ([full] + short + long).joined(separator: "|")
  }()
}
