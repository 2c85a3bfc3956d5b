import Testing
import ToolRun

/// What the tool needs at run time.
struct LinkageTests {
  /// Foundation and its ICU data would cost more at the start than all else; what ArgumentParser
  /// brings, FoundationEssentials, is allowed.
  @Test func `the tool links neither Foundation nor ICU`() async throws {
    let run = try await Command("ldd", [Tool.path])
    #expect(run.status == 0)
    let libraries = run.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first?.drop { $0 == "\t" }
    }
    #expect(libraries.contains { $0.hasPrefix("libc.so") })
    #expect(!libraries.contains("libFoundation.so"))
    #expect(!libraries.contains { $0.hasPrefix("lib_FoundationICU") })
  }

  /// They are loaded when they are first called: libvirt, with some fifty libraries, would take
  /// longer than a whole short run.
  @Test func `the tool links neither libvirt nor libxml2`() async throws {
    let run = try await Command("ldd", [Tool.path])
    #expect(run.status == 0)
    #expect(!run.output.contains("libvirt"))
    #expect(!run.output.contains("libxml2"))
  }
}
