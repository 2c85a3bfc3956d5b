import SeededRandom
import VIFModel

/// An object with any of its fields set, of any version of its class.
extension Arbitrary where Self: DeclaredObject {
  static func arbitrary(_ dice: inout Dice) -> Self {
    var object = Self()
    if dice.once(in: 3), let shipped = history.randomElement(using: &dice) {
      object.version = shipped.version
    }
    var filler = FieldFiller(dice: dice)
    // Filling throws nothing; the visit is declared to, for the sake of reading.
    try? object.visitFields(&filler)
    dice = filler.dice
    let names = SetFields(of: object).names
    if dice.fillsAbsentFields { object.fillAbsentFields() }
    // What reading gives: some of the fields that are set, and all that hold a changed object.
    let isChanged = dice.once(in: 2)
    object.changes = ChangedFields(names.filter { _ in dice.once(in: 3) && isChanged })
      .union(ChangedFields(SetFields(of: object).changed))
    return object
  }
}

/// Sets each field, leaves it unset, or makes it null where it may be.
private struct FieldFiller: FieldVisitor {
  var dice: Dice

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    value = dice.once(in: 4) ? nil : make(Value.self)
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    value =
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: .unset
      case 1: .null
      default: .value(make(Value.self))
      }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    value = dice.once(in: 4) ? nil : make(Bool.self)
  }

  private mutating func make<Value: FieldValue>(_ type: Value.Type) -> Value {
    guard let kind = type as? any Arbitrary.Type, let value = kind.arbitrary(&dice) as? Value else {
      preconditionFailure("of \(type) no value can be made: let it conform to Arbitrary")
    }
    return value
  }
}

/// Takes down which fields are set, and which of them hold a changed object.
private struct SetFields: FieldVisitor {
  var names: [String] = []
  var changed: [String] = []

  init(of object: some DeclaredObject) {
    var object = object
    try? object.visitFields(&self)
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    if let value { add(name, value) }
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    switch value {
    case .unset: break
    case .null: names.append("\(name)")
    case .value(let value): add(name, value)
    }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    if let value { add(name, value) }
  }

  private mutating func add(_ name: StaticString, _ value: some FieldValue) {
    names.append("\(name)")
    if value.isChangedObject { changed.append("\(name)") }
  }
}

extension VIFBase: Arbitrary {}
extension VIFGeneric: Arbitrary {}
extension VIFBridge: Arbitrary {}
extension VIFOpenVSwitch: Arbitrary {}
extension VIFDirect: Arbitrary {}
extension VIFVHostUser: Arbitrary {}
extension VIFHostDevice: Arbitrary {}
extension VIFNestedDPDK: Arbitrary {}
extension DatapathOffloadBase: Arbitrary {}
extension DatapathOffloadRepresentor: Arbitrary {}
extension PortProfileBase: Arbitrary {}
extension PortProfileOpenVSwitch: Arbitrary {}
extension PortProfileFPOpenVSwitch: Arbitrary {}
extension PortProfileOVSRepresentor: Arbitrary {}
extension PortProfileFPBridge: Arbitrary {}
extension PortProfileFPTap: Arbitrary {}
extension PortProfile8021Qbg: Arbitrary {}
extension PortProfile8021Qbh: Arbitrary {}
extension PortProfileK8sDPDK: Arbitrary {}
extension Network: Arbitrary {}
extension Subnet: Arbitrary {}
extension Route: Arbitrary {}
extension FixedIP: Arbitrary {}
extension ObjectList: Arbitrary where Element: DeclaredObject & Arbitrary {}
extension InstanceInfo: Arbitrary {}
extension HostInfo: Arbitrary {}
extension HostPluginInfo: Arbitrary {}
extension HostVIFInfo: Arbitrary {}
extension HostPortProfileInfo: Arbitrary {}
