import InterfaceXML
import VIFModel

// The settings that shape, tag and filter traffic.

extension Bandwidth {
  /// At least one direction.
  static var schema: JSONSchema {
    .closed(Key.self).with(
      "anyOf",
      .list(Key.allCases.map { .schema(.holding($0, .not(.null))) })
    )
  }
}

extension Bandwidth.Key: DescribedKey {
  var schema: JSONSchema { .closed(Bandwidth.Limits.Key.self, required: [.average]) }
}

extension Bandwidth.Limits.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .average, .peak: .integer(Bandwidth.Limits.rates)
    case .burst: .integer(Bandwidth.Limits.bursts)
    // Known, to be refused with a reason.
    case .floor: .null
    }
  }
}

extension VLAN {
  /// No trunk is what has one tag that is not native.
  static var schema: JSONSchema {
    let single = JSONSchema([
      "maxItems": .integer(1), "items": .schema(.lacking([Tag.Key.nativeMode])),
    ])
    return .closed(Key.self, required: [.tags])
      .with(
        "if",
        .schema(.holding(Key.trunk, .values([.boolean(false), .string("no")])))
      )
      .with(
        "then",
        .schema(.holding(Key.tags, single))
      )
  }
}

extension VLAN.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .trunk: .yesNo
    case .tags:
      // One native VLAN at most; that no id may stand there twice, a schema cannot say.
      .list(.closed(VLAN.Tag.Key.self, required: [.id]))
        .with("minItems", .integer(1))
        .with("contains", .schema(.holding(VLAN.Tag.Key.nativeMode, .not(.null))))
        .with("minContains", .integer(0))
        .with("maxContains", .integer(1))
    }
  }
}

extension VLAN.Tag.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .id: .integer(VLAN.Tag.ids)
    case .nativeMode: .words(of: VLAN.Tag.NativeMode.self)
    }
  }
}

extension FilterReference.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .filter: .text("[A-Za-z_][A-Za-z0-9_.-]*")
    case .parameters:
      .list(.closed(FilterReference.Parameter.Key.self, required: [.name, .value]))
    }
  }
}

extension FilterReference.Parameter.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .name: .text("[A-Za-z0-9_]+")
    case .value: .text("[A-Za-z0-9_.:]+")
    }
  }
}
