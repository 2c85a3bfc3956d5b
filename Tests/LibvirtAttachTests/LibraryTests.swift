#if Libvirt
  import Testing
  import ToolRun

  /// Runs where libvirt's client library is not as it should be.
  @Suite struct LibraryTests {
    private static func shell(_ found: UnusableLibrary, _ command: String) async throws -> Command {
      try await found.shell(["libvirt.so.0"], command)
    }

    @Test(arguments: UnusableLibrary.allCases)
    func `a library that cannot be used is told`(found: UnusableLibrary) async throws {
      let run = try await Self.shell(
        found,
        #""$VIF" list --format json -c test:///default test"#
      )
      #expect(run.status == 1)
      #expect(run.errors.contains("libvirt's library cannot be loaded: "))
      #expect(run.errors.contains("libvirt.so.0"))
      #expect(run.errors.hasSuffix("[libvirt.not-loaded]\n"))
      #expect(run.output.contains(#""code":"libvirt.not-loaded""#))
    }

    @Test(arguments: UnusableLibrary.allCases)
    func `nor can its parser be asked then`(found: UnusableLibrary) async throws {
      let run = try await Self.shell(
        found,
        #"echo "<interface type='user'/>" | "$VIF" check --parser -"#
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("libvirt's library cannot be loaded: "))
    }

    @Test func `what does not talk to libvirt does not need it`() async throws {
      let run = try await Self.shell(
        .empty,
        #"echo "<interface type='user'/>" | "$VIF" check -"#
      )
      #expect(run.status == 0)
    }
  }
#endif
