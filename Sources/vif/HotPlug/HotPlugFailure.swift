import Diagnostics
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
    text = "\(error)"
    switch error {
    case .libvirt(let error):
      status = .failed
      json = Self.json(error)
    case .domainNotFound(_, let error):
      status = .notFound
      json = Self.json(error)
    case .interfaceNotFound:
      status = .notFound
      json = .object([
        "code": .string(Diagnostic.Code.interfaceNotFound.rawValue), "message": .string(text),
      ])
    case .ambiguous(let selector, let candidates):
      status = .notFound
      json = .object([
        "code": .string(Diagnostic.Code.interfaceAmbiguous.rawValue),
        "message": .string("\(candidates.count) interfaces are \(selector)"),
        "candidates": .array(candidates.map(\.json)),
      ])
    case .refused(let diagnostic):
      status = .failed
      json = Self.json(diagnostic)
    }
  }

  init(_ error: LibvirtError) { self.init(HotPlugError.libvirt(error)) }

  /// An item of input that cannot be translated.
  init(refused diagnostic: Diagnostic) {
    status = .failed
    text = "\(diagnostic)"
    json = Self.json(diagnostic)
  }

  private static func json(_ error: LibvirtError) -> JSONLine {
    .object([
      "code": .integer(error.code),
      "domain": .integer(error.domain),
      "message": .string(error.message),
    ])
  }

  private static func json(_ diagnostic: Diagnostic) -> JSONLine {
    .object([
      "code": .string(diagnostic.code.rawValue),
      "path": diagnostic.path.isRoot ? nil : .string(diagnostic.path.description),
      "message": .string(diagnostic.message),
    ])
  }

  /// Tells the failure, and gives what ends the command.
  ///
  /// - Parameter item: Which of several items it happened to, from 1.
  func told(
    in format: ConnectionOptions.Format,
    item: (number: Int, count: Int)? = nil
  ) -> ExitStatus {
    let place = item.map { "item \($0.number) of \($0.count): " } ?? ""
    StandardError.write("error: \(place)\(text)")
    if format == .json { print(line(item: item?.number)) }
    return status
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
