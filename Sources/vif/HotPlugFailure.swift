import Diagnostics
import LibvirtAttach

/// A failure of a command that talks to libvirt, as it is told to people and programs.
struct HotPlugFailure {
  /// The exit status that it ends the command with.
  let status: ExitStatus
  /// The reason, for people.
  let text: String
  /// The reason, for programs.
  let json: JSONLine

  init(_ error: HotPlugError) {
    switch error {
    case .libvirt(let reason):
      status = .failed
      json = Self.json(reason)
    case .domainNotFound(_, let reason):
      status = .notFound
      json = Self.json(reason)
    case .interfaceNotFound:
      status = .notFound
      json = .object(["code": .string("interface.not-found"), "message": .string("\(error)")])
    case .ambiguous(let selector, let candidates):
      status = .notFound
      json = .object([
        "code": .string("interface.ambiguous"),
        "message": .string("\(candidates.count) interfaces are \(selector)"),
        "candidates": .array(candidates.map(\.json)),
      ])
    case .refused(let diagnostic):
      status = .failed
      json = .diagnostic(diagnostic)
    }
    text = "\(error)"
  }

  init(_ error: LibvirtError) { self.init(HotPlugError.libvirt(error)) }

  init(_ diagnostic: Diagnostic, status: ExitStatus) {
    self.status = status
    text = "\(diagnostic)"
    json = .diagnostic(diagnostic)
  }

  private static func json(_ error: LibvirtError) -> JSONLine {
    .object([
      "code": .integer(error.code),
      "domain": .integer(error.domain),
      "message": .string(error.message),
    ])
  }

  /// Tells the failure, and gives what ends the command.
  ///
  /// - Parameter item: Which of several items it happened to, from 1.
  func told(
    in format: ConnectionOptions.Format,
    item: (number: Int, count: Int)? = nil
  ) -> ExitStatus {
    let item = item.flatMap { $0.count > 1 ? $0 : nil }
    let place = item.map { "item \($0.number) of \($0.count): " } ?? ""
    StandardError.write("error: \(place)\(text)")
    if format == .json {
      let answer = JSONLine.object([
        "status": .string("failed"),
        "item": item.map { .integer($0.number) },
        "error": json,
      ])
      StandardOutput.write("\(answer)\n")
    }
    return status
  }
}
