import Diagnostics
import FileAccess
import InterfaceXML
import JSONText
import VIFModel
import VIFTranslator

/// The inputs of a folder, in memory.
final class Inputs {
  let lines: [[UInt8]]
  let documents: [String]
  let fields: [[String]]
  let vifs: [VIF]
  let interfaces: [Interface]
  let guest: GuestSettings
  let host = SysfsHostDevices()

  /// Reads `vifs.jsonl`, `documents.xml`, `fields.tsv` and `guest.json`.
  init(folder: String) throws(Diagnostic) {
    let lines = try Self.lines(of: "\(folder)/vifs.jsonl").map { Array($0) }
    let guest = try GuestSettings(json: Files.readText("\(folder)/guest.json"))
    fields = try Self.lines(of: "\(folder)/fields.tsv").map { line in
      line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    }
    let end = Array("</interface>\n".utf8)
    var rest = try Files.readText("\(folder)/documents.xml", limit: 1 << 30)[...]
    var documents: [String] = []
    while let length = rest.utf8.firstRange(of: end)?.upperBound {
      documents.append(String(rest[..<length]))
      rest = rest[length...]
    }
    guard lines.count == documents.count, lines.count == fields.count else {
      throw Diagnostic(.workloadUneven, "the files of '\(folder)' are of different ports")
    }
    var frames = JSONFrames()
    var vifs: [VIF] = []
    var interfaces: [Interface] = []
    for line in lines {
      let vif = try Self.vif(line, &frames)
      vifs.append(vif)
      interfaces.append(try Self.interface(Translation(of: vif, guest: guest, host: host)))
    }
    self.lines = lines
    self.documents = documents
    self.guest = guest
    self.vifs = vifs
    self.interfaces = interfaces
  }

  private static func lines(of path: String) throws(Diagnostic) -> [ArraySlice<UInt8>] {
    try Files.read(path, limit: 1 << 30).split(separator: UInt8(ascii: "\n"))
  }

  static func vif(
    _ line: [UInt8],
    _ frames: inout JSONFrames
  ) throws(Diagnostic) -> VIF {
    try JSONReader.withReader(over: line.span, knowing: &frames) { reader throws(Diagnostic) in
      try VIF.read(&reader)
    }
  }

  private static func interface(_ translation: Translation) throws(Diagnostic) -> Interface {
    guard case .interface(let interface) = translation.device else {
      throw Diagnostic(.workloadUneven, "a port is no interface")
    }
    return interface
  }
}

extension Diagnostic.Code {
  /// Inputs that do not belong together.
  static let workloadUneven = Self(rawValue: "workload.uneven")
}
