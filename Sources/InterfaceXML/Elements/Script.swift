import Diagnostics

/// A program that sets up or takes down the host's device: libvirt's `<script>`, `<downscript>`.
public struct Script: Hashable, Sendable {
  /// The program's path.
  public var path: String

  /// Names a program.
  public init(path: String) { self.path = path }

  func write(as name: StaticString, to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element(name) { writer throws(Diagnostic) in try writer.attribute("path", path) }
  }
}

extension Script {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let path = reader.filled("path") else { return nil }
    self.init(path: path)
  }
}
