public import Diagnostics

/// The filter of an interface's traffic: libvirt's `<filterref>`.
public struct FilterReference: Hashable, Sendable {
  /// A variable of the filter, with a value.
  public struct Parameter: Hashable, Sendable {
    /// The variable's name: ASCII letters, digits and `_`.
    public let name: String
    /// The value: ASCII letters, digits, `_`, `.` and `:`.
    public let value: String

    /// Gives a variable a value; the same name twice makes a list.
    ///
    /// - Throws: `filterref.parameter` for what libvirt would drop without a word.
    public init(name: String, value: String) throws(Diagnostic) {
      self.name = try Self.checked(name, "name", also: "_")
      self.value = try Self.checked(value, "value", also: "_.:")
    }

    /// A parameter as a document has it; nil for one that libvirt drops.
    init?(name: String?, value: String?) {
      guard let name, let value, Self.isAllowed(name, also: "_"), !value.isEmpty,
        Self.isAllowed(value, also: "_.:")
      else { return nil }
      self.name = name
      self.value = value
    }

    private static func isAllowed(_ text: String, also others: String) -> Bool {
      text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: others.utf8.contains(byte)
        }
      }
    }

    private static func checked(
      _ text: String,
      _ part: String,
      also others: String
    ) throws(Diagnostic) -> String {
      guard !text.isEmpty, isAllowed(text, also: others) else {
        throw Diagnostic(
          .filterParameter,
          "'\(Diagnostic.shortened(text))' cannot be the \(part) of a filter parameter",
          value: text,
          bound: "ASCII letters, digits and \(others)",
          remedy: "libvirt would drop the parameter without a word"
        ).at(part)
      }
      return text
    }
  }

  /// The filter's name.
  public let filter: String
  /// The filter's variables, in the order in which libvirt writes them: by name.
  public let parameters: [Parameter]

  /// Names a filter.
  ///
  /// - Throws: `filterref.name` for what libvirt's schema does not take, some of which libvirt would
  ///   print unescaped.
  public init(filter: String, parameters: [Parameter] = []) throws(Diagnostic) {
    guard filter.utf8.first.map({ Self.isLetter($0) }) == true,
      filter.utf8.allSatisfy({ Self.isLetter($0) || Self.isFurther($0) })
    else {
      throw Diagnostic(
        .filterName,
        "'\(Diagnostic.shortened(filter))' cannot be the name of a filter",
        value: filter,
        bound: "a letter or '_', then ASCII letters, digits, '_', '.' and '-', as clean-traffic"
      ).at("filter")
    }
    self.filter = filter
    self.parameters = Self.sorted(parameters)
  }

  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let filter = reader.text("filter") else { return nil }
    self.filter = filter
    let parameters = try reader.children("parameter") { reader throws(Diagnostic) -> Parameter? in
      let (name, value) = (reader.text("name"), reader.text("value"))
      if let parameter = Parameter(name: name, value: value) { return parameter }
      reader.leaveWhole(
        Diagnostic(
          .filterParameter,
          "libvirt drops a filter parameter of such a name or value",
          value: value,
          bound: "name: ASCII letters, digits and _; value: those, '.' and ':'"
        )
      )
      return nil
    }
    self.parameters = Self.sorted(parameters)
  }

  private static func sorted(_ parameters: [Parameter]) -> [Parameter] {
    // Swift's sort is stable: a list keeps its order.
    parameters.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  private static func isFurther(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("filterref") { writer throws(Diagnostic) in
      try writer.attribute("filter", filter, isEscaped: false)
      for parameter in parameters {
        try writer.element("parameter") { writer throws(Diagnostic) in
          try writer.attribute("name", parameter.name)
          try writer.attribute("value", parameter.value)
        }
      }
    }
  }
}

extension FilterReference: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .network:
      guard let virtualPort = interface.virtualPort, virtualPort.type != nil else { return nil }
      return Diagnostic(
        .filterVirtualPort,
        "a port with a virtualport (\(virtualPort.name)) cannot be filtered by libvirt",
        bound: "a port of a Linux bridge, or a TAP",
        remedy: "leave filterref out: the switch filters"
      )
    case .direct, .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      return Interface.unsupported(
        "filterref",
        by: interface.type,
        bound: [.network, .bridge, .ethernet],
        because: "libvirt would drop it without a word"
      )
    }
  }
}

extension Diagnostic.Code {
  /// A text that cannot be the name of a filter.
  public static let filterName = Diagnostic.Code(rawValue: "filterref.name")
  /// A filter's parameter that libvirt would drop.
  public static let filterParameter = Diagnostic.Code(rawValue: "filterref.parameter")
  /// A filter on a port that a switch filters.
  public static let filterVirtualPort = Diagnostic.Code(rawValue: "filterref.virtualport")
}
