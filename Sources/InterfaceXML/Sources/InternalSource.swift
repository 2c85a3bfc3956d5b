import Diagnostics

/// The network of an interface of type internal (VirtualBox): `<source name='intnet'/>`.
public struct InternalSource: Hashable, Sendable {
  /// The network's name.
  public var name: String

  /// Names a network.
  public init(name: String) { self.name = name }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in try writer.attribute("name", name) }
  }
}

extension InternalSource {
  init(_ reader: inout ElementReader) throws(Diagnostic) { name = try reader.required("name") }
}
