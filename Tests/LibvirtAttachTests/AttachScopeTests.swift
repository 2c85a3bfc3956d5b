import Diagnostics
import LibvirtAttach
import Testing

@Suite struct AttachScopeTests {
  @Test(
    arguments: [
      ("", .existing), ("l", .live), ("c", .config), ("lc", .liveAndConfig), ("u", .current),
      ("p", .persistent), ("lp", .liveAndConfig), ("cp", .persistent), ("lcp", .liveAndConfig),
    ] as [(String, AttachScope)]
  )
  func `takes virsh's options`(options: String, scope: AttachScope) throws {
    let read = try AttachScope(
      live: options.contains("l"),
      config: options.contains("c"),
      current: options.contains("u"),
      persistent: options.contains("p")
    )
    #expect(read == scope)
  }

  @Test(arguments: [(true, false, false), (false, true, false), (false, false, true)])
  func `lets current exclude the others`(live: Bool, config: Bool, persistent: Bool) {
    #expect(throws: Diagnostic(.scopeConflict, "")) {
      try AttachScope(live: live, config: config, current: true, persistent: persistent)
    }
  }

  /// Running persistent, running transient, shut off.
  @Test(
    arguments: [
      (.existing, [.live, .config], .live, .config),
      (.live, .live, .live, .live),
      (.config, .config, .config, .config),
      (.liveAndConfig, [.live, .config], [.live, .config], [.live, .config]),
      (.current, .live, .live, .config),
      (.persistent, [.live, .config], [.live, .config], .config),
    ] as [(AttachScope, DefinitionParts, DefinitionParts, DefinitionParts)]
  )
  func `chooses the definitions by the domain's state`(
    scope: AttachScope,
    running: DefinitionParts,
    transient: DefinitionParts,
    shutOff: DefinitionParts
  ) {
    #expect(scope.parts(isActive: true, isPersistent: true) == running)
    #expect(scope.parts(isActive: true, isPersistent: false) == transient)
    #expect(scope.parts(isActive: false, isPersistent: true) == shutOff)
  }

  @Test func `names the definitions`() {
    #expect(DefinitionParts([.live, .config]).description == "live and config")
    #expect(DefinitionParts.config.description == "config")
  }
}
