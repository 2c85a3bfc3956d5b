import InterfaceXML

/// Where in a text an element stands, with all the elements inside it.
struct ElementExtent {
  /// The name as it is spelled, with a namespace's prefix.
  let name: String
  /// Whether it is in no namespace, as all that libvirt itself reads is.
  let isPlain: Bool
  /// The start tag.
  let startTag: Range<Int>
  /// The end tag; behind the start tag, and empty, if that is `<a/>`.
  private(set) var endTag: Range<Int>
  /// The elements right inside it.
  private(set) var children: [ElementExtent] = []

  /// The whole element.
  var range: Range<Int> { startTag.lowerBound..<endTag.upperBound }

  /// Whether it is written `<a/>`.
  var isSelfClosed: Bool { endTag.isEmpty }

  /// Finds the outermost element of a well-formed text; nil when the text turns out to be none.
  static func root(of bytes: [UInt8]) -> ElementExtent? {
    var scanner = MarkupScanner(bytes, 0..<bytes.count)
    var open: [Opened] = []
    while let piece = scanner.next() {
      switch piece.kind {
      case .startTag: open.append(Opened(bytes, piece.range, inside: open.last))
      case .emptyTag:
        let element = Opened(bytes, piece.range, inside: open.last).extent
        guard !open.isEmpty else { return element }
        open[open.count - 1].extent.children.append(element)
      case .endTag:
        guard var element = open.popLast()?.extent else { return nil }
        element.endTag = piece.range
        guard !open.isEmpty else { return element }
        open[open.count - 1].extent.children.append(element)
      case .text, .comment, .instruction, .cdata: continue
      }
    }
    return nil
  }

  /// An element whose end is not there yet.
  private struct Opened {
    var extent: ElementExtent
    /// Whether names without a prefix are in a namespace here.
    let hasDefaultNamespace: Bool

    init(_ bytes: [UInt8], _ tag: Range<Int>, inside parent: Opened?) {
      let attributes = TagAttributes(bytes, tag)
      let declared = attributes.first { $0.name == "xmlns" }.map { !$0.value.isEmpty }
      hasDefaultNamespace = declared ?? parent?.hasDefaultNamespace ?? false
      extent = ElementExtent(
        name: attributes.tagName,
        isPlain: !hasDefaultNamespace && !attributes.tagName.contains(":"),
        startTag: tag,
        endTag: tag.upperBound..<tag.upperBound
      )
    }
  }
}

extension ElementExtent {
  /// Whether libxml2 has found the same elements in the text.
  func agrees(with element: XMLElement) -> Bool {
    element.name == name && children.count == element.children.count
      && zip(children, element.children).allSatisfy { $0.agrees(with: $1) }
  }
}
