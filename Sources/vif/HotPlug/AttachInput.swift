import Diagnostics
import JSONText

/// The devices of a file's items, all of them translated before the first is plugged in.
struct AttachInput {
  /// The devices' documents, in the order of the items.
  let documents: [String]

  /// Translates a file; `-` is the standard input.
  ///
  /// Warnings and faults are told on the standard error output, faults also in JSON if that is
  /// the format.
  ///
  /// - Throws: ``ExitStatus/usage`` for a file that cannot be read or has no item,
  ///   ``ExitStatus/failed`` when an item is wrong, after all that are wrong have been told.
  init(
    _ file: String,
    _ options: InputOptions,
    _ source: DeviceSource,
    _ format: FormatOption.Format
  ) throws {
    documents =
      options.form(of: file) == .xml
      ? try Self.elements(file, format) : try Self.items(file, source, format)
  }

  private static func elements(
    _ file: String,
    _ format: FormatOption.Format
  ) throws(ExitStatus) -> [String] {
    let text: String
    do throws(Diagnostic) {
      text = try DocumentRun.text(of: file)
    } catch {
      StandardError.write("error", error)
      throw .usage
    }
    do throws(Diagnostic) {
      return try DeviceSource.devices(xml: text).compactMap { try? $0.document.get() }
    } catch {
      StandardError.write("error", error, at: DocumentRun.name(of: file))
      if format == .json { try StandardOutput.write("\(HotPlugFailure(refused: error).line())\n") }
      throw .failed
    }
  }

  private static func items(
    _ file: String,
    _ source: DeviceSource,
    _ format: FormatOption.Format
  ) throws -> [String] {
    var documents: [String] = []
    var items = DeviceRun(source)
    var run = ItemRun(files: [file])
    try run.each { stream in
      try items.next(in: &stream)
    } write: { item, output in
      switch item.document {
      case .success(let document): documents.append(document)
      case .failure(let error) where format == .json:
        try output.write("\(HotPlugFailure(refused: error).line())\n")
      case .failure: break
      }
      return true
    }
    try run.finish()
    return documents
  }
}

/// The devices of an input, one after the other.
private struct DeviceRun {
  private let source: DeviceSource
  /// The rest of a list, the next one last.
  private var waiting: [DeviceItem] = []

  init(_ source: DeviceSource) { self.source = source }

  mutating func next(in stream: inout JSONItemStream) throws(Diagnostic) -> DeviceItem? {
    while waiting.isEmpty {
      let value = try stream.next { reader throws(Diagnostic) in
        try source.devices(reading: &reader)
      }
      guard let value else { return nil }
      switch value.result {
      case .success(let devices): waiting = devices.reversed()
      case .failure(let error): waiting = [DeviceItem(document: .failure(error), warnings: [])]
      }
      for index in waiting.indices { waiting[index].line = value.line }
    }
    return waiting.removeLast()
  }
}
