import InterfaceXML

/// A domain's text while it is changed, from its end to its start: so the places of what is still to
/// be changed stay as they are.
struct SplicedText {
  private let domain: DomainDocument
  private(set) var bytes: [UInt8]

  /// The domain's text with the plan carried out.
  static func bytes(of domain: DomainDocument, _ plan: SplicePlan) -> [UInt8] {
    var text = SplicedText(domain: domain, bytes: domain.bytes)
    for step in text.steps(of: plan) { text.perform(step) }
    return text.bytes
  }

  private enum Step {
    case insert([WrittenDevice], InsertionPoint)
    case replace(PlacedDevice, WrittenDevice)
    case remove(PlacedDevice)
  }

  /// The steps, the last in the text first.
  private func steps(of plan: SplicePlan) -> [Step] {
    var steps: [(offset: Int, step: Step)] = []
    for placed in domain.placedDevices {
      if let replacement = plan.replacements[placed.place] {
        steps.append((placed.extent.range.lowerBound, .replace(placed, replacement)))
      } else if plan.removals.contains(placed.place) {
        steps.append((placed.extent.range.lowerBound, .remove(placed)))
      }
    }
    // Where one device begins right behind another, what goes between is done after the former.
    steps.sort { $0.offset > $1.offset }
    for (point, devices) in plan.insertions(in: domain) {
      let offset = offset(of: point)
      let index = steps.firstIndex { $0.offset < offset } ?? steps.endIndex
      steps.insert((offset, .insert(devices, point)), at: index)
    }
    return steps.map(\.step)
  }

  private func offset(of point: InsertionPoint) -> Int {
    switch point {
    case .after(let place):
      domain.container(of: place)?.extent.children[place.child].range.upperBound ?? 0
    case .first(let container):
      domain.containers.first { $0.index == container }?.extent.startTag.upperBound ?? 0
    }
  }

  private mutating func perform(_ step: Step) {
    switch step {
    case .insert(let devices, let point): insert(devices, at: point)
    case .replace(let old, let new): replace(old, with: new)
    case .remove(let old): remove(old.extent.range)
    }
  }

  private mutating func replace(_ old: PlacedDevice, with new: WrittenDevice) {
    guard let container = domain.container(of: old.place) else { return }
    let style = Style(of: old.extent, in: container.extent, of: domain.bytes)
    bytes.replaceSubrange(old.extent.range, with: new.text(style))
  }

  /// Removes an element, and its line with it when nothing else is on that.
  private mutating func remove(_ range: Range<Int>) {
    let before = bytes.blanks(before: range.lowerBound)
    let after = bytes.blanks(after: range.upperBound)
    let lineEnd = bytes.lastLineEnd(in: before)
    switch (lineEnd, bytes.firstLineEnd(in: after)) {
    case (let before?, let after?): bytes.removeSubrange(before.lowerBound..<after.lowerBound)
    case (_?, nil): bytes.removeSubrange(range.lowerBound..<after.upperBound)
    case (nil, _): bytes.removeSubrange(before.lowerBound..<range.upperBound)
    }
  }

  private mutating func insert(_ devices: [WrittenDevice], at point: InsertionPoint) {
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
    let style = Style(of: neighbour, in: container, of: domain.bytes)
    let separator = Setting(of: neighbour.startTag.lowerBound, in: domain.bytes).separator
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
    let style = Style(inEmpty: container, inside: domain.extent, of: domain.bytes)
    let setting = Setting(of: container.startTag.lowerBound, in: domain.bytes)
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
