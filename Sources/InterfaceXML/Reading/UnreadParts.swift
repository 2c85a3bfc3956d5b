import Diagnostics

// What nobody has asked for: libvirt passes over it without a word.

extension ElementReader {
  /// Ends the reading: what nobody asked for is left over.
  mutating func finish() {
    if !readAttributes.holdsAll(element.attributes.count) { finishAttributes() }
    if !readChildren.holdsAll(element.children.count) { finishChildren() }
    if !isContentRead, !element.content.isEmpty { finishText() }
  }

  private mutating func finishAttributes() {
    for (index, attribute) in element.attributes.enumerated() where !readAttributes[index] {
      leftovers.append(Leftover(parent: [], part: .attribute(attribute)))
      findings.append(
        Finding(
          .dropped,
          Diagnostic(
            .xmlUnknownAttribute,
            "libvirt does not read attribute '\(attribute.name)' of <\(element.name)>",
            value: attribute.value
          ).at("@\(attribute.name)")
        )
      )
    }
  }

  private mutating func finishChildren() {
    var counts: [String: Int] = [:]
    for (index, child) in element.children.enumerated() {
      let number = counts[child.name, default: 0]
      counts[child.name] = number + 1
      if readChildren[index] { continue }
      leftovers.append(Leftover(parent: [], part: .element(child)))
      let diagnostic =
        number > 0
        ? Diagnostic(
          .xmlRepeatedElement,
          "libvirt reads only the first <\(child.name)> of <\(element.name)>"
        )
        : Diagnostic(
          .xmlUnknownElement,
          "libvirt does not read <\(child.name)> in <\(element.name)>"
        )
      let step = Leftover.Step(name: child.name, index: number)
      findings.append(Finding(.dropped, placed(diagnostic, step)))
    }
  }

  /// Text among elements means nothing to libvirt.
  private mutating func finishText() {
    let text = element.text
    guard !text.isEmpty else { return }
    leftovers.append(Leftover(parent: [], part: .text(text)))
    findings.append(
      Finding(
        .dropped,
        Diagnostic(
          .xmlUnknownText,
          "libvirt does not read the text in <\(element.name)>",
          value: text
        )
      )
    )
  }
}

extension Diagnostic.Code {
  /// An attribute that libvirt passes over.
  public static let xmlUnknownAttribute = Self(rawValue: "xml.unknown-attribute")
  /// An element that libvirt passes over.
  public static let xmlUnknownElement = Self(rawValue: "xml.unknown-element")
  /// Text where libvirt looks for none.
  public static let xmlUnknownText = Self(rawValue: "xml.unknown-text")
  /// An element behind another of its name, where libvirt reads one.
  public static let xmlRepeatedElement = Self(rawValue: "xml.repeated-element")
}
