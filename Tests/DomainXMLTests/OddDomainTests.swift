import DomainXML
import Testing

/// Domains of any layout: what is not spoken of stays, byte for byte.
struct OddDomainTests {
  private static let domains = (0..<1000).map { OddDomain(seed: $0) }

  @Test func `the domains have interfaces, and are as they were when nothing is to be done`() throws
  {
    for domain in Self.domains {
      let document = try DomainDocument(parsing: domain.text)
      #expect(document.devices.count == domain.interfaces.count)
      let splice = try DomainSplice(of: document, putting: [])
      #expect(Array(splice.text.utf8) == Array(domain.text.utf8))
    }
    #expect(Self.domains.count { $0.interfaces.count > 2 } > 100)
  }

  @Test func `a removal takes the interface and blanks next to it`() throws {
    for domain in Self.domains {
      for (index, interface) in domain.interfaces.enumerated() {
        let result = try Sample.splice(domain.text, removing: "index:\(index + 1)")
        let removed = try #require(difference(of: domain.text, beyond: result))
        #expect(isLayout(removed, around: interface), "\(domain.text)")
      }
    }
  }

  @Test func `a removed interface comes back as it was but for blanks`() throws {
    for domain in Self.domains {
      for (index, interface) in domain.interfaces.enumerated() {
        let without = try Sample.splice(domain.text, removing: "index:\(index + 1)")
        let result = try Sample.splice(without, interface)
        let inserted = try #require(difference(of: result, beyond: without))
        #expect(isLayout(inserted, around: interface), "\(domain.text)")
      }
    }
  }

  @Test func `a replacement touches nothing but the interface`() throws {
    for domain in Self.domains {
      let new = domain.interfaces.map { $0.replacing("<interface", with: "<interface a='b'") }
      guard !new.isEmpty else { continue }
      let result = try Sample.splice(domain.text, new.reversed().joined(separator: "\n"))
      var rest = Array(result.utf8)[...]
      for piece in domain.pieces {
        guard piece.isInterface else {
          #expect(rest.starts(with: Array(piece.text.utf8)), "\(domain.text)")
          rest = rest.dropFirst(piece.text.utf8.count)
          continue
        }
        let wanted = withoutBlanks(piece.text.replacing("<interface", with: "<interface a='b'"))
        var copied: [UInt8] = []
        while copied.count < wanted.count, let byte = rest.popFirst() {
          if !isBlank(byte) { copied.append(byte) }
        }
        #expect(copied == wanted, "\(domain.text)")
      }
      #expect(rest.isEmpty)
    }
  }

  /// The one stretch of a text without which it is the shorter one.
  private func difference(of text: String, beyond shorter: String) -> [UInt8]? {
    let (long, short) = (Array(text.utf8), Array(shorter.utf8))
    guard long.count >= short.count else { return nil }
    let start = zip(long, short).prefix { $0 == $1 }.count
    let length = long.count - short.count
    guard long[(start + length)...].elementsEqual(short[start...]) else { return nil }
    return Array(long[start..<(start + length)])
  }

  /// Whether these are an interface's bytes with blanks around them and other blanks in them.
  ///
  /// The stretch may begin later and end later, as in `<a/><a/>`.
  private func isLayout(_ bytes: [UInt8], around interface: String) -> Bool {
    let bytes = bytes.filter { !isBlank($0) }
    let wanted = withoutBlanks(interface)
    guard bytes.count == wanted.count else { return false }
    return (0..<max(wanted.count, 1)).contains { Array(wanted[$0...] + wanted[..<$0]) == bytes }
  }

  private func withoutBlanks(_ text: String) -> [UInt8] { text.utf8.filter { !isBlank($0) } }

  private func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
