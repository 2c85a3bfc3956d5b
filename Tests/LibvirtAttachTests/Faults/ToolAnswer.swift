#if Libvirt
  import Foundation
  import Lab
  import ToolRun

  /// What the tool said about one device, in JSON, and its exit status.
  struct ToolAnswer {
    /// What the tool is to do.
    enum Change {
      case attach, detach
    }

    /// What a look at the domain showed to the tool.
    struct Seen: Decodable {
      let live: String?
      let config: String?
      let leftover: Leftover?

      struct Leftover: Decodable {
        let inUse: Bool
      }
    }

    private struct Line: Decodable {
      struct Failure: Decodable {
        let code: String
        let seen: Seen?
      }

      let status: String
      let live: String?
      let config: String?
      let obstacle: String?
      let error: Failure?
    }

    /// A line of a plan, which says so where it is none, or where something stands against it.
    private struct PlanLine: Decodable {
      struct Obstacle: Decodable {}

      let status: String?
      let obstacle: Obstacle?

      var isStep: Bool { status != "failed" && obstacle == nil }
    }

    private let line: Line?
    /// The run itself.
    let run: Command

    init(_ run: Command) {
      self.run = run
      let text = run.output.split(separator: "\n").last ?? ""
      line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8))
    }

    /// The exit status.
    var exit: CInt { run.status }
    /// Whether the tool says that all is as it is to be.
    var isDone: Bool { run.status == 0 }
    /// What it told people.
    var errors: String { run.errors }
    /// The tool's word for the outcome; `failed` for a failure, empty without an answer.
    var status: String { line?.status ?? "" }
    /// The code of a failure.
    var code: String? { line?.error?.code }
    /// What the tool saw after a change that was cut off.
    var seen: Seen? { line?.error?.seen }

    /// Whether it is a plan: that something is to be done, or nothing, and all of it can be done.
    var isPlan: Bool {
      let lines = run.output.split(separator: "\n").map { line in
        try? JSONDecoder().decode(PlanLine.self, from: Data(line.utf8))
      }
      return (0...1).contains(run.status) && !lines.isEmpty
        && lines.allSatisfy { $0?.isStep ?? false }
    }

    /// The outcome alone: a code, or the tool's word.
    var gist: String {
      if run.status < 0 { return "ended by signal \(-run.status)" }
      return code.map { "`\($0)`" } ?? "\(status)\(line?.obstacle.map { " (\($0))" } ?? "")"
    }

    /// The answer in a few words, with what the tool saw and the exit status.
    var words: String {
      let saw = seen.map { seen in
        [
          seen.live.map { "live \($0)" }, seen.config.map { "config \($0)" },
          seen.leftover.map { $0.inUse ? "left over in use" : "left over" },
        ].compactMap(\.self).joined(separator: ", ")
      }
      return "\(gist)\(saw.map { " (\($0))" } ?? ""), exit \(run.status)"
    }

    /// Whether the answer is what a look from outside shows.
    func isTrue(of change: Change, seenAs view: OutsideView) -> Bool {
      switch (change, status) {
      case (.attach, "attached"), (.attach, "unchanged"), (.attach, "updated"),
        (.attach, "replaced"):
        run.status == 0 && (line?.live == "untouched" || view.live && view.hypervisor)
          && (line?.config == "untouched" || view.config)
      case (.detach, "detached"), (.detach, "absent"):
        run.status == 0 && !view.live && !view.isHalf
          && (line?.config == "untouched" || !view.config)
      case (.detach, "still-attached"): run.status == 4 && view.live && view.hypervisor
      case (_, "failed"): run.status != 0 && isTrue(ofFailureOf: change, seenAs: view)
      default: false
      }
    }

    /// A failure without a sighting says that nothing was done.
    private func isTrue(ofFailureOf change: Change, seenAs view: OutsideView) -> Bool {
      guard let seen else {
        return switch change {
        case .attach: view.isAbsent
        case .detach: view.live && view.hypervisor && view.config
        }
      }
      func agrees(_ word: String?, _ isThere: Bool) -> Bool {
        switch word {
        case "present": isThere
        case "absent": !isThere
        // Said to be unknown, or not to be counted on yet.
        default: true
        }
      }
      // Who cannot look cannot tell of leftovers, either.
      let tellsOfHalf = seen.leftover != nil || seen.live == "unknown"
      return agrees(seen.live, view.live) && agrees(seen.config, view.config)
        && (!view.isHalf || tellsOfHalf)
    }
  }

  extension LabGuest {
    /// Runs a command of the tool's with an item.
    func ask(_ command: String, _ json: String, _ options: String...) async throws -> ToolAnswer {
      try await ask(command, json, options)
    }

    /// Runs a command of the tool's with an item.
    func ask(_ command: String, _ json: String, _ options: [String]) async throws -> ToolAnswer {
      let folder = try TemporaryFolder()
      let path = try folder.write(json, to: "item.json")
      return ToolAnswer(
        try await tool([command, "-c", host.uri, name, path, "--format", "json"] + options)
      )
    }

    /// Runs the tool's detach.
    func askDetach(_ selector: String, _ options: String...) async throws -> ToolAnswer {
      try await askDetach(selector, options)
    }

    /// Runs the tool's detach.
    func askDetach(_ selector: String, _ options: [String]) async throws -> ToolAnswer {
      ToolAnswer(
        try await tool(["detach", "-c", host.uri, name, selector, "--format", "json"] + options)
      )
    }
  }
#endif
