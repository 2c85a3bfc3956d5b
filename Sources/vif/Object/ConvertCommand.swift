import ArgumentParser
import Diagnostics
import FileAccess
import JSONText
import VIFModel

extension ObjectCommand {
  /// `vif object convert`.
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert",
      abstract: "Reads os-vif objects and writes them again, in an older version if need be.",
      discussion: """
        Each item is an os-vif primitive of any class. With --format json it may also be \
        {"id", "primitive", "target_version"?, "manifest"?}, where target_version is the object's \
        and manifest ({class: version}) that of the objects inside; other keys are passed over. \
        The answer is a line for each item: {"id", "primitive", "warnings"} or {"id", "error"}.
        """
    )

    /// How the answers are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case primitive, json
    }

    @Option(
      help: ArgumentHelp(
        "Bring objects of a class to a version, and those inside to what was shipped with it.",
        valueName: "class=version"
      ),
      transform: TargetVersion.init
    )
    var targetVersion: [TargetVersion] = []

    @Option(
      help: ArgumentHelp("Bring all objects to the versions of a manifest.", valueName: "file")
    )
    var manifest: String?

    @Option(
      help: ArgumentHelp("Bring all objects to what a release of os-vif has.", valueName: "x.y")
    )
    var release: String?

    @Flag(help: "Refuse objects with unknown fields, instead of leaving those out.")
    var strict = false

    @Option(help: "The primitives alone, or a line of JSON for each item.")
    var format = Format.primitive

    @OptionGroup var jobs: JobsOption

    @Argument(
      help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
    )
    var files: [String] = []

    func validate() throws {
      let ways = [!targetVersion.isEmpty, manifest != nil, release != nil]
      if ways.count(where: { $0 }) > 1 {
        throw ValidationError("--target-version, --manifest and --release exclude each other")
      }
    }

    func run() throws {
      let conversion = try conversion()
      let format = format
      var run = ItemRun(files: files)
      try run.each(jobs: jobs.choice.count) { stream, output throws(Diagnostic) in
        guard let item = try stream.nextConverted(conversion) else { return false }
        switch (format, item.primitive) {
        case (.json, _): output.write(item.json + "\n")
        case (.primitive, .success(let primitive)): output.write(primitive + "\n")
        case (.primitive, .failure): break
        }
        output.add(item, isTold: format == .primitive)
        return true
      }
      try run.finish()
    }

    private func conversion() throws(ExitStatus) -> ObjectConversion {
      do throws(Diagnostic) {
        var levels: Levels?
        if let manifest { levels = try Levels(json: Files.readText(manifest)) }
        if let release { levels = try Levels(release: ObjectVersion(release)) }
        let targets = targetVersion.map { ($0.className, $0.version) }
        return ObjectConversion(
          targets: Dictionary(targets) { $1 },
          levels: levels,
          isStrict: strict
        )
      } catch {
        StandardError.write("error", error)
        throw .usage
      }
    }
  }
}

/// `CLASS=VERSION` on the command line.
struct TargetVersion {
  let className: String
  let version: ObjectVersion

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("'\(text)' is not of the form CLASS=VERSION")
    }
    let names = OSVIFObject.declarations.map(\.name)
    guard names.contains(parts[0]) else {
      let guess = nearest(to: parts[0], among: names).map { ": did you mean \($0)?" } ?? ""
      throw ValidationError("os-vif has no class '\(parts[0])'\(guess)")
    }
    className = parts[0]
    do throws(Diagnostic) {
      version = try ObjectVersion(parts[1])
    } catch {
      throw ValidationError(error.message)
    }
  }
}
