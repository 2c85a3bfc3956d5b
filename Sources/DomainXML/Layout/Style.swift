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
  init(of device: ElementExtent, in container: ElementExtent, of text: LinedText) {
    let setting = Setting(of: device.startTag.lowerBound, in: text)
    let steps = [
      Self.step(from: device, to: device.children.first, in: text),
      Self.step(from: container, to: device, in: text),
    ]
    self.init(
      indentation: setting.indentation,
      unit: steps.lazy.compactMap(\.self).first ?? Self.defaultUnit,
      lineEnd: setting.lineEnd ?? Self.lineEnd(of: text)
    )
  }

  /// The style of the first device in a `<devices>` that has no element yet.
  init(inEmpty container: ElementExtent, inside root: ElementExtent, of text: LinedText) {
    let setting = Setting(of: container.startTag.lowerBound, in: text)
    let unit = Self.step(from: root, to: container, in: text) ?? Self.defaultUnit
    self.init(
      indentation: setting.indentation + unit,
      unit: unit,
      lineEnd: setting.lineEnd ?? Self.lineEnd(of: text)
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
    in text: LinedText
  ) -> [UInt8]? {
    guard let inner else { return nil }
    let setting = Setting(of: inner.startTag.lowerBound, in: text)
    guard setting.lineEnd != nil else { return nil }
    let outerIndentation = Setting(of: outer.startTag.lowerBound, in: text).indentation
    return setting.indentation.dropping(prefix: outerIndentation)
  }

  /// The text's own line end: that of its first line.
  private static func lineEnd(of text: LinedText) -> [UInt8] {
    text.lines.lineEnd ?? Array("\n".utf8)
  }
}
