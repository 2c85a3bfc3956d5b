import Diagnostics
import JSONTree
import VIFModel

/// Compares two back-levelled objects: what differs must follow from the improvements.
struct LevelComparison {
  /// The versions that were asked for, by class.
  let manifest: [String: String]
  private(set) var reasons: Set<Improvement> = []
  private(set) var unexplained: [TreeDifference] = []
  /// How many of the objects around have a class that no version was asked for.
  private var unlistedAround = 0

  init(manifest: [String: String]) { self.manifest = manifest }

  /// Compares two values; `holder` is the member that they are the value of.
  mutating func compare(
    theirs: JSONTree,
    ours: JSONTree,
    in holder: String? = nil,
    at path: [String] = []
  ) {
    if theirs == ours { return }
    switch (theirs, ours) {
    case (.array(let left), .array(let right)) where left.count == right.count:
      for (index, pair) in zip(left, right).enumerated() {
        compare(theirs: pair.0, ours: pair.1, in: holder, at: path + ["\(index)"])
      }
    case (.object, .object) where holder != nil && theirs["versioned_object.name"] != nil:
      compareInner(theirs, ours, in: holder ?? "", at: path)
    case (.object(let left), .object(let right)) where left.map(\.name) == right.map(\.name):
      for (left, right) in zip(left, right) {
        let isEnvelope = left.name.hasPrefix("versioned_object.")
        compare(
          theirs: left.value,
          ours: right.value,
          in: isEnvelope ? nil : left.name,
          at: path + [left.name]
        )
      }
    default: unexplained += TreeDifference.between(theirs, ours, at: path)
    }
  }

  /// Objects in another: number, fields and changes may differ in the ways that have a reason.
  private mutating func compareInner(
    _ theirs: JSONTree,
    _ ours: JSONTree,
    in holder: String,
    at path: [String]
  ) {
    guard let name = ours["versioned_object.name"]?.text,
      theirs["versioned_object.name"]?.text == name,
      let left = version(theirs), let right = version(ours),
      let reason = reason(for: left, right, of: name, in: holder)
    else {
      unexplained += TreeDifference.between(theirs, ours, at: path)
      return
    }
    if left != right { reasons.insert(reason) }
    let isListed = manifest[declaredClass(of: name, in: holder)] != nil
    unlistedAround += isListed ? 0 : 1
    compareFields(theirs, ours, of: name, (left, right), at: path)
    unlistedAround -= isListed ? 0 : 1
    compareChanges(theirs, ours, isLevelledAlike: left == right, at: path)
  }

  private func version(_ envelope: JSONTree) -> ObjectVersion? {
    envelope["versioned_object.version"]?.text.flatMap { try? ObjectVersion($0) }
  }

  /// The class that the field is declared with.
  private func declaredClass(of name: String, in holder: String) -> String {
    switch holder {
    case "port_profile": "VIFPortProfileBase"
    case "datapath_offload": "DatapathOffloadBase"
    default: name
    }
  }

  /// Why the numbers differ; nil when nothing says so.
  private func reason(
    for theirs: ObjectVersion,
    _ ours: ObjectVersion,
    of name: String,
    in holder: String
  ) -> Improvement? {
    if theirs == ours { return .changesOfDropped }
    let declared = declaredClass(of: name, in: holder)
    let asked = manifest[declared].flatMap { try? ObjectVersion($0) }
    let own = manifest[name].flatMap { try? ObjectVersion($0) }
    // Ours is what was asked of its own class, unless it was older before.
    if let own, ours > own { return nil }
    if unlistedAround > 0, own == ours, theirs > ours { return .belowUnlisted }
    if declared != name, asked == theirs || asked == nil && own == ours { return .subclassNumber }
    return asked == theirs && theirs > ours ? .neverRaised : nil
  }

  private mutating func compareFields(
    _ theirs: JSONTree,
    _ ours: JSONTree,
    of name: String,
    _ versions: (theirs: ObjectVersion, ours: ObjectVersion),
    at path: [String]
  ) {
    let path = path + ["versioned_object.data"]
    let fields = OSVIFObject.declarations.first { $0.name == name }?.fields ?? []
    let (left, right) = (theirs["versioned_object.data"], ours["versioned_object.data"])
    for field in fields {
      switch (left?[field.name], right?[field.name]) {
      case (let left?, let right?):
        compare(theirs: left, ours: right, in: field.name, at: path + [field.name])
      case (_?, nil) where field.since > versions.ours: continue
      case (nil, _?) where field.since > versions.theirs: continue
      case (nil, nil): continue
      case (let left, let right):
        let place = JSONPointer(path + [field.name])
        unexplained.append(TreeDifference(path: place, theirs: left, ours: right))
      }
    }
  }

  /// os-vif keeps the names of fields that it left out; where numbers differ, so may those.
  private mutating func compareChanges(
    _ theirs: JSONTree,
    _ ours: JSONTree,
    isLevelledAlike: Bool,
    at path: [String]
  ) {
    let key = "versioned_object.changes"
    let (left, right) = (theirs[key]?.texts ?? [], ours[key]?.texts ?? [])
    let data = ours["versioned_object.data"]
    let surplus = left.subtracting(right)
    let isExplained =
      surplus.allSatisfy { data?[$0] == nil }
      && (!isLevelledAlike || right.isSubset(of: left))
    if isExplained {
      if isLevelledAlike, left != right { reasons.insert(.changesOfDropped) }
    } else {
      let place = JSONPointer(path + [key])
      unexplained.append(TreeDifference(path: place, theirs: theirs[key], ours: ours[key]))
    }
  }
}

extension JSONTree {
  /// The texts of an array of them.
  fileprivate var texts: Set<String>? {
    if case .array(let elements) = self { Set(elements.compactMap(\.text)) } else { nil }
  }
}
