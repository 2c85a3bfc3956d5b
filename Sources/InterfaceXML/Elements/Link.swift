import Diagnostics

/// State of the link: libvirt's `<link>`.
public struct Link: Hashable, Sendable {
  /// Whether the guest sees a carrier.
  public enum State: String, CaseIterable, Sendable {
    /// It does.
    case up
    /// It does not.
    case down
  }

  /// Whether the guest sees a carrier.
  public var state: State

  /// Makes a link of this state.
  public init(state: State) { self.state = state }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("link") { writer throws(Diagnostic) in try writer.attribute("state", state) }
  }
}

extension Link {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard reader.element["state"] != "" else { return nil }
    guard let state: State = try reader.word("state") else { return nil }
    self.init(state: state)
  }
}

extension Link: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard interface.type == .hostdev else { return nil }
    return Interface.unsupported(
      "link",
      by: .hostdev,
      bound: [.ethernet, .bridge, .direct, .vhostuser, .vdpa],
      because: "the link is the host device's own"
    )
  }
}
