import InterfaceXML
import VIFModel

// The settings of the device, and of what serves it.

extension Alias {
  static var schema: JSONSchema { .text("ua-[A-Za-z0-9_-]+") }
}

extension DeviceAddress {
  /// QEMU has domain 0 only, and slot 0 of bus 0 is the host bridge's.
  static var schema: JSONSchema {
    .any([
      .text(#"0000:(?!00:00)[0-9A-Fa-f]{2}:[01][0-9A-Fa-f]\.[0-7]"#),
      JSONSchema.closed(Key.self).with(
        "anyOf",
        .list([Key.bus, .slot].map { .schema(.holding($0, .not(.part(0...0).orNull))) })
      ),
    ])
  }
}

extension DeviceAddress.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .type: .constant(.string("pci"))
    case .domain: .part(0...0)
    case .bus: .part(0...0xFF)
    case .slot: .part(0...0x1F)
    case .function: .part(0...7)
    case .multifunction: .onOff
    }
  }
}

extension JSONSchema {
  /// A part of a PCI address: a number, or text in hexadecimal (`0x0a`) or decimal.
  fileprivate static func part(_ range: ClosedRange<Int64>) -> JSONSchema {
    let decimal = range.map { "\($0)" }.joined(separator: "|")
    let hexadecimal = range.map { number in
      String(number, radix: 16).map { digit in
        digit.isNumber ? "\(digit)" : "[\(digit.uppercased())\(digit)]"
      }.joined()
    }
    return .any([
      .integer(range), .text("0*(?:\(decimal))|0x0*(?:\(hexadecimal.joined(separator: "|")))"),
    ])
  }
}

extension ROM {
  /// One that is off is not described further.
  static var schema: JSONSchema {
    .closed(Key.self)
      .with("if", .schema(.holding(Key.enabled, .values([.boolean(false), .string("no")]))))
      .with("then", .schema(.lacking([Key.bar, .file])))
  }
}

extension ROM.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .enabled: .yesNo
    case .bar: .onOff
    case .file: .text(#"/[^\x00-\x1f\ufffe\uffff]*"#)
    }
  }
}

extension Coalesce {
  static var schema: JSONSchema {
    .attribute(
      Key.rx,
      .attribute(RxKey.frames, .attribute(FramesKey.max, .integer(frames)))
    )
  }
}

extension Teaming {
  /// The one that goes names the one that stays, by its alias.
  static var schema: JSONSchema {
    .closed(Key.self, required: [.type])
      .with("if", .schema(.holding(Key.type, .constant(.string(Kind.transient.rawValue)))))
      .with("then", .schema(.holding(Key.persistent, .not(.null))))
      .with("else", .schema(.lacking([Key.persistent])))
  }
}

extension Teaming.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .type: .words(of: Teaming.Kind.self)
    case .persistent: Alias.schema
    }
  }
}

extension Backend.Key: DescribedKey {
  /// Paths that libvirt does not rewrite.
  var schema: JSONSchema { .text(#"(?:/[^/\x00-\x1f\ufffe\uffff]+)+"#) }
}

extension VHostUserSource.Reconnect {
  /// On, with a timeout, or off without one.
  static var schema: JSONSchema {
    .closed(Key.self)
      .with("if", .schema(.holding(Key.enabled, .values([.boolean(false), .string("no")]))))
      .with("then", .schema(.lacking([Key.timeout])))
      .with("else", .schema(.holding(Key.timeout, .not(.null))))
  }
}

extension VHostUserSource.Reconnect.Key: DescribedKey {
  var schema: JSONSchema {
    switch self {
    case .enabled: .yesNo
    case .timeout: .integer(1...Int64(UInt32.max))
    }
  }
}
