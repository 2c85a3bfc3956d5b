import FileAccess
import Glibc
import JSONText

/// The files of made ports.
enum PortFile: String {
  /// A primitive a line.
  case vifs
  /// A document after the other.
  case documents
  /// The document's fields, a port a line, with tabs between them.
  case fields
  /// A line of `{"id", "xml"}` for each document.
  case items

  private static let pieceSize = 1 << 20

  /// Writes the first so many ports to the standard output; false when nobody takes it.
  func write(count: Int) -> Bool {
    var piece: [UInt8] = []
    for number in 0..<count {
      piece.append(contentsOf: text(of: MadePort(number), number).utf8)
      guard piece.count >= Self.pieceSize else { continue }
      guard Files.write(piece, to: STDOUT_FILENO) else { return false }
      piece.removeAll(keepingCapacity: true)
    }
    return Files.write(piece, to: STDOUT_FILENO)
  }

  private func text(of port: MadePort, _ number: Int) -> String {
    switch self {
    case .vifs: port.primitive + "\n"
    case .documents: port.document
    case .fields: port.fields + "\n"
    case .items: "{\"id\":\(number),\"xml\":\(quoted(port.document))}\n"
    }
  }
}
