import Addresses
import Diagnostics
import Testing

struct UUIDTests {
  static let canonical = "07bd6cea-fb37-4594-b769-90fc51854ee9"

  @Test(arguments: [
    canonical, "07BD6CEA-FB37-4594-B769-90FC51854EE9", "07bd6ceafb374594b76990fc51854ee9",
    "{07bd6cea-fb37-4594-b769-90fc51854ee9}", "{07BD6CEAFB374594B76990FC51854EE9}",
    "urn:uuid:07bd6cea-fb37-4594-b769-90fc51854ee9",
    "URN:UUID:07BD6CEA-FB37-4594-B769-90FC51854EE9",
    "urn:uuid:{07bd6cea-fb37-4594-b769-90fc51854ee9}", "07bd-6cea-fb37-4594-b769-90fc-5185-4ee9",
  ])
  func `takes every usual spelling, and keeps it`(text: String) throws {
    let uuid = try UUID(text)
    #expect(uuid.canonical == Self.canonical)
    #expect(uuid.description == Self.canonical)
    #expect(uuid.spelling == text)
    #expect(uuid.high == 0x07BD_6CEA_FB37_4594)
    #expect(uuid.low == 0xB769_90FC_5185_4EE9)
  }

  @Test func `is equal by its bits, whatever the spelling`() throws {
    let upper = try UUID("07BD6CEAFB374594B76990FC51854EE9")
    #expect(try upper == UUID(Self.canonical))
    #expect(try Set([upper, UUID(Self.canonical)]).count == 1)
    #expect(try upper != UUID("07bd6cea-fb37-4594-b769-90fc51854ee8"))
  }

  @Test func `of bits has the canonical spelling`() {
    #expect(UUID(high: 0, low: 0).spelling == "00000000-0000-0000-0000-000000000000")
    #expect(
      UUID(high: .max, low: .max).canonical == "ffffffff-ffff-ffff-ffff-ffffffffffff"
    )
  }

  @Test(arguments: [
    "", "-", "{", "}", "{}", "urn:uuid:", "urn:uuid:{", "x", "07bd6cea-fb37-4594-b769-90fc51854ee",
    "07bd6cea-fb37-4594-b769-90fc51854ee90", "07bd6cea-fb37-4594-b769-90fc51854ee9\n",
    " 07bd6cea-fb37-4594-b769-90fc51854ee9", "07bd6cea-fb37-4594-b769-90fc51854eeg",
    "{07bd6cea-fb37-4594-b769-90fc51854ee9", "07bd6cea-fb37-4594-b769-90fc51854ee9}",
    "-07bd6ceafb374594b76990fc51854ee9", "07bd6ceafb374594b76990fc51854ee9-",
    "07bd6cea--fb374594b76990fc51854ee9", "07bd6ce-afb37-4594-b769-90fc51854ee9",
    "urn-uuid:07bd6cea-fb37-4594-b769-90fc51854ee9",
    "urn\u{1A}uuid:07bd6cea-fb37-4594-b769-90fc51854ee9",
    "{urn:uuid:07bd6cea-fb37-4594-b769-90fc51854ee9}",
    "07bd6cea fb37 4594 b769 90fc51854ee9", "0x7bd6ceafb374594b76990fc51854ee9",
  ])
  func `refuses anything else`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try UUID(text) }
    #expect(error?.code.rawValue == "uuid.malformed")
    #expect(error?.details.value == Diagnostic.shortened(text))
  }

  @Test func `takes each digit in each place`() throws {
    for place in Self.canonical.indices where Self.canonical[place] != "-" {
      for digit in "0123456789abcdef" {
        var text = Self.canonical
        text.replaceSubrange(place...place, with: String(digit))
        #expect(try UUID(text).canonical == text)
      }
      for other in "gG/:@`-o\u{7F}é" {
        var text = Self.canonical
        text.replaceSubrange(place...place, with: String(other))
        #expect(throws: Diagnostic.self) { try UUID(text) }
        #expect(UUID(canonical: text.utf8.span) == nil)
      }
    }
  }
}
