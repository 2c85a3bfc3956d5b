package import Diagnostics
package import JSONText

/// The requests that a value of the input holds: one, or those of Neutron's `{"ports": […]}`.
package struct ImportList {
  /// One of the requests, or what is wrong with it.
  package struct Element {
    /// What it is called in the answer, also when it is wrong.
    package let id: String?
    /// The request.
    package let request: Result<ImportRequest, Diagnostic>
    /// What is worth knowing of its text.
    package let warnings: [Diagnostic]
  }

  /// The requests, in their order.
  package private(set) var elements: [Element] = []

  /// Reads the value that comes next; a port of a list that is wrong does not stop the others.
  ///
  /// - Parameters: As ``ImportRequest/init(reading:form:defaults:networks:id:)``.
  /// - Throws: What is wrong with the one request, or with the list.
  package init(
    reading reader: inout JSONReader,
    form: ImportRecord.Form? = nil,
    defaults: NovaGuest = NovaGuest(),
    networks: [NeutronNetwork] = [],
    id: inout String?
  ) throws(Diagnostic) {
    let known = reader.warnings.count
    guard try reader.isListOfPorts() else {
      let request = try ImportRequest(
        reading: &reader,
        form: form,
        defaults: defaults,
        networks: networks,
        id: &id
      )
      elements = [
        Element(id: id, request: .success(request), warnings: reader.takeWarnings(from: known))
      ]
      return
    }
    try reader.beginObject()
    while try reader.nextKey() {
      guard reader.keyIs("ports") else {
        try reader.skipValue()
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() {
        let path = ["ports", "\(elements.count)"]
        elements.append(try Self.element(&reader, form, defaults, networks, path))
      }
    }
  }

  private static func element(
    _ reader: inout JSONReader,
    _ form: ImportRecord.Form?,
    _ guest: NovaGuest,
    _ networks: [NeutronNetwork],
    _ path: [String]
  ) throws(Diagnostic) -> Element {
    let known = reader.warnings.count
    let way = { (fault: Diagnostic) in JSONPointer(path + fault.path.components) }
    let request: Result<ImportRequest, Diagnostic>
    do throws(Diagnostic) {
      request = .success(
        try reader.lookAhead { reader throws(Diagnostic) in
          try ImportRequest(
            port: &reader,
            form: form,
            guest: guest,
            networks: networks,
            path: path
          )
        }
      )
    } catch {
      request = .failure(error.at(way(error)))
    }
    let warnings = reader.takeWarnings(from: known).map { $0.at(way($0)) }
    // Where a fault is one of the text itself, nothing behind it can be read.
    try reader.skipValue()
    return Element(id: nil, request: request, warnings: warnings)
  }
}

extension JSONReader {
  /// The warnings behind so many; they are the caller's from then on.
  package mutating func takeWarnings(from count: Int) -> [Diagnostic] {
    defer { warnings.removeSubrange(count...) }
    return Array(warnings[count...])
  }

  /// Whether the value that comes next is Neutron's answer with a list of ports.
  fileprivate mutating func isListOfPorts() throws(Diagnostic) -> Bool {
    guard try peekKind() == .object else { return false }
    return try lookAhead { reader throws(Diagnostic) in
      try reader.beginObject()
      guard try reader.nextKey() else { return false }
      if reader.keyIs("ports_links") {
        try reader.skipValue()
        guard try reader.nextKey() else { return false }
      }
      return reader.keyIs("ports")
    }
  }
}
