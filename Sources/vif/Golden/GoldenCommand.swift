import ArgumentParser
import Diagnostics
import FileAccess
import GoldenFiles

/// `vif golden`: folders of items whose translations are pinned.
struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Checks or records folders of pinned translations.",
    discussion: """
      A case is NAME.json (an item as for 'vif xml' or 'vif import') with NAME.xml (its document) or \
      NAME.error.json (its error) beside it, in any folder below DIR.
      """,
    subcommands: [Check.self, Record.self]
  )

  /// Where the cases are.
  struct Folder: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of cases.", valueName: "dir"))
    var folder = "Golden"

    func open() throws(ExitStatus) -> GoldenFolder {
      do throws(Diagnostic) {
        let golden = try GoldenFolder(folder)
        guard !golden.cases.isEmpty || !golden.orphans.isEmpty else {
          throw Diagnostic(
            .goldenEmpty,
            "there is no case in '\(folder)'",
            bound: "files NAME.json, in any folder below"
          )
        }
        return golden
      } catch {
        StandardError.write("error", error)
        throw .usage
      }
    }
  }

  /// A case with its verdict; prints what it is.
  struct Finding {
    let golden: GoldenCase
    let verdict: GoldenCase.Verdict
    let outcome: GoldenCase.Outcome
    let records: [GoldenCase.Outcome]

    init(_ golden: GoldenCase) {
      self.golden = golden
      do throws(Diagnostic) {
        let (now, before) = (try golden.outcome(), try golden.records())
        (outcome, records, verdict) = (now, before, GoldenCase.verdict(now, before))
      } catch {
        (outcome, records, verdict) = (.error(error.message), [], .unreadable)
      }
    }

    /// The verdict in words, with the difference below.
    var report: String {
      let old = records.first.map { $0.text } ?? ""
      let title =
        switch verdict {
        case .same: "as recorded"
        case .unrecorded: "not recorded"
        case .changed: "differs"
        case .turned:
          "recorded as \(Self.kind(records.first)), and now ends in \(Self.kind(outcome))"
        case .contradictory: "recorded twice, as a document and as an error"
        case .unreadable: outcome.text
        }
      guard verdict != .same else { return "" }
      guard verdict != .unreadable else { return "\(golden): \(title)\n" }
      let diff = UnifiedDiff(from: old, to: outcome.text)
      return "\(golden): \(title)\n--- recorded\n+++ now\n\(diff)"
    }

    private static func kind(_ outcome: GoldenCase.Outcome?) -> String {
      if case .error? = outcome { "an error" } else { "a document" }
    }
  }
}

extension GoldenCommand {
  /// `vif golden check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Translates each case and compares it with its record; exit status 1 if one differs."
    )

    @OptionGroup var folder: Folder

    func run() throws {
      let folder = try folder.open()
      var output = StandardOutput()
      var failures = 0
      for golden in folder.cases {
        let finding = Finding(golden)
        guard finding.verdict != .same else { continue }
        failures += 1
        try output.write(finding.report)
      }
      for orphan in folder.orphans {
        failures += 1
        try output.write("\(orphan): a record without an item\n")
      }
      let total = folder.cases.count + folder.orphans.count
      try output.write("\(total) cases: \(total - failures) as recorded, \(failures) not\n")
      try output.flush()
      if failures > 0 { throw ExitStatus.failed }
    }
  }

  /// `vif golden record`.
  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: "Records each case's translation, and shows what it changes.",
      discussion: """
        A case that was recorded as a document and now ends in an error, or the other way round, \
        is left as it was unless --force is given, and makes the exit status 1.
        """
    )

    @Flag(help: "Record cases that have turned from a document to an error, or back, too.")
    var force = false

    @OptionGroup var folder: Folder

    func run() throws {
      let folder = try folder.open()
      var output = StandardOutput()
      var (written, refused) = (0, 0)
      for golden in folder.cases {
        let finding = Finding(golden)
        switch finding.verdict {
        case .same: continue
        case .unreadable:
          refused += 1
          try output.write(finding.report)
        case .turned where !force, .contradictory where !force:
          refused += 1
          try output.write(finding.report + "left as it was: give --force to record it\n")
        case .unrecorded, .changed, .turned, .contradictory:
          written += 1
          try output.write(finding.report)
          try record(finding)
        }
      }
      for orphan in folder.orphans {
        refused += 1
        try output.write("\(orphan): a record without an item, left as it was\n")
      }
      try output.write("\(folder.cases.count) cases: \(written) recorded, \(refused) refused\n")
      try output.flush()
      if refused > 0 { throw ExitStatus.failed }
    }

    private func record(_ finding: Finding) throws(ExitStatus) {
      do throws(Diagnostic) {
        for record in finding.records {
          let path = finding.golden.recordPath(of: record)
          if path != finding.golden.recordPath(of: finding.outcome) { try Files.remove(path) }
        }
        try Files.write(
          finding.outcome.text,
          to: finding.golden.recordPath(of: finding.outcome)
        )
      } catch {
        StandardError.write("error", error)
        throw .failed
      }
    }
  }
}

extension Diagnostic.Code {
  /// A golden folder without a case.
  static let goldenEmpty = Diagnostic.Code(rawValue: "golden.empty")
}
