import InterfaceXML
import Testing

/// The bounds of each element's texts.
struct TextBoundsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let allowed: [String]
    /// Texts with the code of what is wrong with them.
    let refused: [(text: String, code: String)]
    let make: @Sendable (String) throws -> Void

    var testDescription: String { name }
  }

  private static func long(_ count: Int, _ first: String = "") -> String {
    first + String(repeating: "a", count: count - first.utf8.count)
  }

  private static func refused(_ code: String, _ texts: String...) -> [(text: String, code: String)]
  {
    texts.map { ($0, code) }
  }

  static let rows: [Row] = [
    Row(
      name: "device name",
      allowed: ["a", long(15), "tap-1_2.3", "...", "é", "br\"<&>'", "eth0.7", "a@b", "😀"],
      refused: refused("device-name.empty", "")
        + refused("device-name.too-long", long(16), "ééééééééa")
        + refused(
          "device-name.malformed",
          ".",
          "..",
          "a b",
          "a/b",
          "a:b",
          "a\n",
          "\ta",
          "a\u{0}",
          "à",
          "a\u{1B}",
          "tap%d",
          "a\u{FFFE}"
        )
    ) { _ = try DeviceName($0) },
    Row(
      name: "profile id",
      allowed: ["a", long(39), "ü ü", ";", "\u{A0}"],
      refused: refused("profileid.length", "", long(40), "üüüüüüüüüüüüüüüüüüüü")
        + refused("value.character", "a<", ">", "&", "'", "\"", "a\tb", "a\n", "\u{0}", "\u{7F}")
    ) { _ = try ProfileID($0) },
    Row(
      name: "filter",
      allowed: ["clean-traffic", "f", "_a.b-1"],
      refused: refused(
        "filterref.name",
        "",
        "a b",
        "a\n",
        "a\u{A0}b",
        "é",
        "a:c",
        "1x",
        "-a",
        "a<",
        "&",
        "'",
        "\u{1}"
      )
    ) { _ = try FilterReference(filter: $0) },
    Row(
      name: "filter parameter's name",
      allowed: ["IP", "a_1", "0"],
      refused: refused("filterref.parameter", "", "a-b", "a.b", "é", "a b", "a\n", "٤")
    ) { _ = try FilterReference.Parameter(name: $0, value: "v") },
    Row(
      name: "filter parameter's value",
      allowed: ["10.0.0.1", "fe80::1", "a_b", "0"],
      refused: refused("filterref.parameter", "", "a-b", "10.0.0.0/8", "é", "a b", "<")
    ) { _ = try FilterReference.Parameter(name: "n", value: $0) },
    Row(
      name: "alias",
      allowed: ["ua-a", "ua-a-b_c1", "ua--"],
      refused: refused(
        "alias.malformed",
        "",
        "a",
        "ua-",
        "UA-a",
        "net0",
        "ua-a.b",
        "ua-é",
        "ua-a b"
      )
    ) { _ = try Alias($0) },
    Row(
      name: "model",
      allowed: ["virtio", "e1000e", "pcnet", "any_Name-7"],
      refused: refused("model.malformed", "", "a b", "virtio\n", "é", "a.b", "<")
    ) { _ = try Model($0) },
    Row(
      name: "socket",
      allowed: ["/", "/run/a b<&'\"", long(107, "/")],
      refused: refused(
        "vhostuser.path",
        "",
        "a",
        "run/a",
        long(108, "/"),
        "@abstract",
        "/a\tb",
        "/\u{1}"
      )
    ) { _ = try VHostUserSource(path: $0, mode: .client) },
    Row(
      name: "vDPA device",
      allowed: ["/dev/vhost-vdpa-0", "/a b"],
      refused: refused("vdpa.path", "", "dev/x", "/\n") + refused("value.character", "/a<b", "/a&")
    ) { _ = try VDPASource(dev: $0) },
    Row(
      name: "rom file",
      allowed: ["/a", "/a b"],
      refused: refused("rom.path", "", "a", "./a", "/a\n")
    ) { _ = try ROM(file: $0) },
    Row(
      name: "backend",
      allowed: ["/a", "/dev/net/tun"],
      refused: refused("backend.path", "", "/", "a", "/a/", "//a", "/a//b", "/a\r")
    ) { _ = try Backend(tap: $0) },
  ]

  @Test(arguments: rows)
  func `takes what libvirt and the kernel take, and refuses the rest`(row: Row) {
    for text in row.allowed { #expect(throws: Never.self, "\(text)") { try row.make(text) } }
    for (text, code) in row.refused {
      let error = #expect(throws: Diagnostic.self, "\(text)") { try row.make(text) }
      #expect(error?.code.rawValue == code, "\(text)")
      #expect(error?.details.bound != nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("VIRTIO", "virtio"), ("Virtio-Transitional", "virtio-transitional"), ("E1000E", "e1000e"),
    ("am79c970a", "Am79C970A"), ("82540em", "82540EM"), ("PCNet", "PCNet"),
  ])
  func `spells a known model as libvirt does, and keeps another`(text: String, type: String) throws
  {
    #expect(try Model(text).type == type)
    #expect(try Model(text).isVirtio == type.hasPrefix("virtio"))
  }
}
