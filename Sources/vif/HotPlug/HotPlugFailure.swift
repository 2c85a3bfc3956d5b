import Diagnostics
import InterfaceXML
import LibvirtAttach

/// A failure of a command that talks to libvirt, as it is told to people and programs.
struct HotPlugFailure: Error {
  /// The exit status that it ends the command with.
  let status: ExitStatus
  /// The reason, for people.
  let text: String
  /// The reason, for programs.
  let json: JSONLine

  init(_ error: HotPlugError) {
    text = "\(error) [\(error.diagnosis.code)]"
    status =
      switch error {
      case .domainNotFound, .interfaceNotFound, .ambiguous: .notFound
      case .rolledBack(_, let isWhole): isWhole ? .rolledBack : .failed
      case .libvirt, .connectionLost, .connectionClosed, .unanswered, .refused, .differs,
        .ineffective, .interrupted, .contradicted:
        .failed
      }
    json = Self.json(error.diagnosis, error)
  }

  /// An item of input that cannot be translated.
  init(refused diagnostic: Diagnostic) {
    status = .failed
    text = "\(diagnostic)"
    json = Self.json(diagnostic, nil)
  }

  /// A step of a plan that could not be undone in one definition.
  init(_ failure: UndoReport.Failure) {
    status = .failed
    text = "\(failure.error?.description ?? failure.diagnosis.message) [\(failure.diagnosis.code)]"
    json = Self.json(failure.diagnosis, failure.error, in: failure.definition)
  }

  private static func json(
    _ diagnostic: Diagnostic,
    _ error: HotPlugError?,
    in definition: Definition? = nil
  ) -> JSONLine {
    .object([
      "definition": .string(definition?.rawValue),
      "code": .string(diagnostic.code.rawValue),
      "path": diagnostic.path.isRoot ? nil : .string(diagnostic.path.description),
      "message": .string(diagnostic.message),
      "candidates": error?.candidates.map { .array($0.map(\.json)) },
      "differences": error?.differences.map { .array($0.map(\.json)) },
      "seen": error?.sighting.map(\.json),
      "libvirt": error?.libvirtError.map(\.json),
    ])
  }

  /// Tells the failure, and gives what ends the command.
  ///
  /// - Parameter item: Which of several items it happened to, from 1.
  func told(
    in format: FormatOption.Format,
    item: (number: Int, count: Int)? = nil
  ) -> ExitStatus {
    let place = item.map { "item \($0.number) of \($0.count): " } ?? ""
    StandardError.write("error: \(place)\(text)")
    guard format == .json else { return status }
    do throws(ExitStatus) {
      try StandardOutput.write("\(line(item: item?.number))\n")
      return status
    } catch {
      return error
    }
  }

  /// Tells the failure of one of several domains, and gives what it calls for.
  func told(
    in format: FormatOption.Format,
    of target: PlanTarget,
    _ output: SharedOutput
  ) -> ExitStatus {
    StandardError.write("error: \(target.place): \(text)")
    if format == .json { output.write("\(line(uri: target.uri, domain: target.domain))\n") }
    return status
  }

  /// The failure of one of several domains for programs.
  ///
  /// - Parameter line: The inventory's line that it is about.
  func line(uri: String?, domain: String?, line: Int? = nil) -> JSONLine {
    .object([
      "status": .string("failed"), "uri": .string(uri), "domain": .string(domain),
      "line": line.map { .integer($0) }, "error": json,
    ])
  }

  /// The failure for programs.
  func line(item: Int? = nil) -> JSONLine {
    .object([
      "status": .string("failed"),
      "item": item.map { .integer($0) },
      "error": json,
    ])
  }
}

extension LibvirtError {
  /// The error as libvirt gave it.
  fileprivate var json: JSONLine {
    .object(["code": .integer(code), "domain": .integer(domain), "message": .string(message)])
  }
}

extension Sighting {
  /// What is known of each definition that was to be changed.
  fileprivate var json: JSONLine {
    .object([
      "live": .string(live?.rawValue),
      "config": .string(config?.rawValue),
      "leftover": leftover.map {
        .object(["device": .string($0.device), "inUse": .truth($0.isInUse)])
      },
    ])
  }
}

extension InterfaceDifference {
  /// What the domain has at a place, and what was asked for.
  var json: JSONLine {
    .object([
      "path": .string(path.description), "present": .string(left), "asked": .string(right),
    ])
  }
}
