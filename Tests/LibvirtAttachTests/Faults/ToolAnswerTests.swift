#if Libvirt
  import Testing
  import ToolRun

  @testable import Lab

  @Suite struct ToolAnswerTests {
    private static let failed = #"{"status":"failed","error":{"code":"call.deadline"}}"#
    private static let whole = view(live: true, config: true)
    private static let gone = view(live: false, config: false)

    private static func view(live: Bool, config: Bool) -> OutsideView {
      OutsideView(live: live, config: config, hypervisor: live, hostDevice: live)
    }

    private static func answer(_ output: String, exit status: Int = 1) async throws -> ToolAnswer {
      ToolAnswer(try await shell(#"printf '%s\n' "$1"; exit "$2""#, output, "\(status)"))
    }

    @Test func `a failure that tells of no look has done nothing`() async throws {
      let answer = try await Self.answer(Self.failed)
      #expect(answer.isTrue(of: .attach, seenAs: Self.gone))
      #expect(answer.isTrue(of: .detach, seenAs: Self.whole))
      #expect(!answer.isTrue(of: .attach, seenAs: Self.whole))
      #expect(!answer.isTrue(of: .detach, seenAs: Self.gone))
      for half in [Self.view(live: true, config: false), Self.view(live: false, config: true)] {
        #expect(!answer.isTrue(of: .attach, seenAs: half))
        #expect(!answer.isTrue(of: .detach, seenAs: half))
      }
    }

    @Test func `a plan has steps, or nothing to do, and no failure`() async throws {
      let step = #"{"domain":"d","action":"attach"}"#
      #expect(try await Self.answer(step).isPlan)
      #expect(try await Self.answer(step, exit: 0).isPlan)
      let refused = #"{"domain":"d","action":"attach","obstacle":{"code":"host.bridge-missing"}}"#
      for output in [Self.failed, "\(step)\n\(refused)", "", "{"] {
        #expect(try await !Self.answer(output).isPlan, "\(output)")
      }
      #expect(try await !Self.answer(step, exit: 3).isPlan)
    }
  }
#endif
