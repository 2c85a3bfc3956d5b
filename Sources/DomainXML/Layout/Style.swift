/// How an element's text is to be laid out.
struct Style {
  /// What each line after the first begins with.
  let indentation: [UInt8]
  /// What a level further in adds to that.
  let unit: [UInt8]
  /// What ends a line.
  let lineEnd: [UInt8]

  /// The step of libvirt's own documents.
  static let defaultUnit = Array("  ".utf8)

  /// The style of a device: its neighbours' indentation, and the step that its document goes in by.
  ///
  /// The step is that from the device to its own first child if both begin their lines, else that
  /// from `<devices>` to the device, else libvirt's.
  init(of device: ElementExtent, in container: ElementExtent, of bytes: [UInt8]) {
    let setting = Setting(of: device.startTag.lowerBound, in: bytes)
    let steps = [
      Self.step(from: device, to: device.children.first, in: bytes),
      Self.step(from: container, to: device, in: bytes),
    ]
    self.init(
      indentation: setting.indentation,
      unit: steps.lazy.compactMap(\.self).first ?? Self.defaultUnit,
      lineEnd: setting.lineEnd ?? Self.lineEnd(of: bytes)
    )
  }

  /// The style of the first device in a `<devices>` that has no element yet.
  init(inEmpty container: ElementExtent, inside root: ElementExtent, of bytes: [UInt8]) {
    let setting = Setting(of: container.startTag.lowerBound, in: bytes)
    let unit = Self.step(from: root, to: container, in: bytes) ?? Self.defaultUnit
    self.init(
      indentation: setting.indentation + unit,
      unit: unit,
      lineEnd: setting.lineEnd ?? Self.lineEnd(of: bytes)
    )
  }

  init(indentation: [UInt8], unit: [UInt8], lineEnd: [UInt8]) {
    self.indentation = indentation
    self.unit = unit
    self.lineEnd = lineEnd
  }

  /// What the inner element's line is indented by beyond the outer one's.
  private static func step(
    from outer: ElementExtent,
    to inner: ElementExtent?,
    in bytes: [UInt8]
  ) -> [UInt8]? {
    guard let inner else { return nil }
    let setting = Setting(of: inner.startTag.lowerBound, in: bytes)
    guard setting.lineEnd != nil else { return nil }
    let outerIndentation = Setting(of: outer.startTag.lowerBound, in: bytes).indentation
    return setting.indentation.dropping(prefix: outerIndentation)
  }

  /// The text's own line end: that of its first line.
  private static func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    bytes.firstLineEnd(in: 0..<bytes.count).map { Array(bytes[$0]) } ?? Array("\n".utf8)
  }
}
