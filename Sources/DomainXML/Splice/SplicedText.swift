/// A domain's text while it is changed, from its end to its start: so the places of what is still to
/// be changed stay as they are.
struct SplicedText {
  private let domain: DomainDocument
  private var text: TextTail

  /// The domain's text with the plan carried out.
  static func bytes(of domain: DomainDocument, _ plan: SplicePlan) -> [UInt8] {
    var text = SplicedText(domain: domain, text: TextTail(of: domain.lined.bytes))
    for step in text.steps(of: plan) { text.perform(step) }
    return text.text.bytes
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
    case .remove(let old): text.remove(old.extent.range)
    }
  }

  private mutating func replace(_ old: PlacedDevice, with new: WrittenDevice) {
    guard let container = domain.container(of: old.place) else { return }
    let style = Style(of: old.extent, in: container.extent, of: domain.lined)
    text.replace(old.extent.range, with: new.text(style))
  }

  private mutating func insert(_ devices: [WrittenDevice], at point: InsertionPoint) {
    // Comments behind the place count, so the whole text is wanted; there are few such steps.
    var insertion = Insertion(domain: domain, bytes: text.bytes)
    insertion.insert(devices, at: point)
    let start =
      switch point {
      case .after: offset(of: point)
      // An empty `<devices/>` has got another tag.
      case .first(let index):
        domain.containers.first { $0.index == index }?.extent.startTag.lowerBound ?? 0
      }
    text = TextTail(of: insertion.bytes, from: start)
  }
}
