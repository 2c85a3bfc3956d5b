import Addresses
import Diagnostics
import Testing

struct MACAddressTests {
  @Test(arguments: [
    ("fa:16:3e:00:00:01", "fa:16:3e:00:00:01"), ("FA:16:3E:0A:0B:0C", "fa:16:3e:0a:0b:0c"),
    ("fa-16-3e-00-00-01", "fa:16:3e:00:00:01"), ("fa:16-3E:00-00:01", "fa:16:3e:00:00:01"),
    ("00:00:00:00:00:00", "00:00:00:00:00:00"), ("ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff"),
  ])
  func `takes either case and separator, and writes lower case with colons`(
    text: String,
    canonical: String
  ) throws {
    #expect(try MACAddress(text).description == canonical)
  }

  @Test(arguments: [
    "", "fa:16:3e:00:00", "fa:16:3e:00:00:01:02", "fa163e000001", "fa16.3e00.0001",
    "fa:16:3e:00:00:0g", "fa:16:3e:0:0:1", "fa:16:3e:00:00:01\n", " fa:16:3e:00:00:01",
    "fa_16_3e_00_00_01", "fa:16:3e:00:00:1:", "fa:16:3e:00:00:٠1", "＋a:16:3e:00:00",
  ])
  func `refuses anything else`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try MACAddress(text) }
    #expect(error?.code.rawValue == "mac.malformed")
    #expect(error?.details.value == text)
    #expect(error?.details.bound != nil)
  }

  @Test func `keeps the low 48 bits of a number, first byte highest`() throws {
    #expect(MACAddress(bits: 0xABCD_0123_4567_89AB).description == "01:23:45:67:89:ab")
    #expect(try MACAddress("01:23:45:67:89:ab").bits == 0x0123_4567_89AB)
  }

  @Test func `is equal in every spelling`() throws {
    let spellings = ["fa:16:3e:aa:bb:cc", "FA-16-3E-AA-BB-CC"]
    #expect(try Set(spellings.map { try MACAddress($0) }).count == 1)
  }

  @Test(arguments: [
    ("01:00:5e:00:00:01", true), ("ff:ff:ff:ff:ff:ff", true), ("33:33:00:00:00:01", true),
    ("00:00:00:00:00:00", false), ("02:00:00:00:00:00", false), ("fe:01:01:01:01:01", false),
  ])
  func `is multicast by the lowest bit of the first byte`(text: String, isMulticast: Bool) throws {
    #expect(try MACAddress(text).isMulticast == isMulticast)
  }
}
