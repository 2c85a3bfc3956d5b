import InterfaceXML

/// A domain's text that devices are put into, laid out like their neighbours.
struct Insertion {
  let domain: DomainDocument
  private(set) var bytes: [UInt8]

  init(domain: DomainDocument, bytes: [UInt8]) {
    self.domain = domain
    self.bytes = bytes
  }

  /// Inserts devices at a place, behind which the text may have changed already.
  mutating func insert(_ devices: [WrittenDevice], at point: InsertionPoint) {
    switch point {
    case .after(let place):
      guard let container = domain.container(of: place)?.extent else { return }
      let neighbour = container.children[place.child]
      insert(devices, behind: neighbour.range.upperBound, like: neighbour, in: container)
    case .first(let index):
      guard let container = domain.containers.first(where: { $0.index == index })?.extent else {
        return
      }
      if let neighbour = container.children.first {
        insert(devices, behind: container.startTag.upperBound, like: neighbour, in: container)
      } else {
        insert(devices, intoEmpty: container)
      }
    }
  }

  private mutating func insert(
    _ devices: [WrittenDevice],
    behind offset: Int,
    like neighbour: ElementExtent,
    in container: ElementExtent
  ) {
    let style = Style(of: neighbour, in: container, of: domain.lined)
    let separator = Setting(of: neighbour.startTag.lowerBound, in: domain.lined).separator
    let text = devices.flatMap { separator + $0.text(style) }
    bytes.insert(contentsOf: text, at: endOfRemark(behind: offset))
  }

  /// The end of the comments that follow in the same line and end it: they speak of what is before.
  private func endOfRemark(behind offset: Int) -> Int {
    var end = offset
    var scanner = MarkupScanner(bytes, offset..<bytes.count)
    while let piece = scanner.next() {
      let hasLineEnd = bytes.firstLineEnd(in: piece.range) != nil
      switch piece.kind {
      case .comment where !hasLineEnd: end = piece.range.upperBound
      case .text where bytes[piece.range].allSatisfy(\.isBlank):
        if hasLineEnd { return end }
      case .text, .comment, .instruction, .cdata, .startTag, .emptyTag, .endTag: return offset
      }
    }
    return offset
  }

  /// Inserts devices into a `<devices>` without an element, behind what comments it has.
  private mutating func insert(_ devices: [WrittenDevice], intoEmpty container: ElementExtent) {
    let style = Style(inEmpty: container, inside: domain.extent, of: domain.lined)
    let setting = Setting(of: container.startTag.lowerBound, in: domain.lined)
    let separator = setting.lineEnd.map { $0 + style.indentation } ?? []
    let text = devices.flatMap { separator + $0.text(style) }
    let closing = setting.lineEnd.map { $0 + setting.indentation } ?? []
    if container.isSelfClosed {
      let slash = container.startTag.upperBound - 2
      let tail = bytes.blanks(before: slash).lowerBound..<container.startTag.upperBound
      bytes.replaceSubrange(
        tail,
        with: Array(">".utf8) + text + closing + Array("</\(container.name)>".utf8)
      )
      return
    }
    let blanks = bytes.blanks(before: container.endTag.lowerBound)
    if bytes.firstLineEnd(in: blanks) != nil {
      bytes.insert(contentsOf: text, at: blanks.lowerBound)
    } else {
      bytes.insert(contentsOf: text + closing, at: container.endTag.lowerBound)
    }
  }
}
