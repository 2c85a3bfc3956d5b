import InterfaceXML

extension InterfaceDifference {
  /// The difference as lines that begin with `-` for the first and `+` for the second.
  func text(_ paint: Paint) -> String {
    let name = path.isRoot ? "" : "\(path): "
    return [("-", left, Paint.Colour.red), ("+", right, .green)].flatMap { sign, value, colour in
      value.map { lines(of: "\(name)\($0)").map { paint.text("\(sign) \($0)", colour) } } ?? []
    }.joined(separator: "\n")
  }

  /// An element's lines, and all else as one.
  ///
  /// Where an element is on several lines, tags begin them: another line end is a text's own, and
  /// what is behind it could look like a difference.
  private func lines(of text: String) -> [String] {
    guard path.components.last?.hasPrefix("@") != true else { return [text.withoutControls] }
    var lines: [String] = []
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let isTag = line.drop { $0 == " " }.first == "<"
      let line = String(line).withoutControls
      if isTag || lines.isEmpty {
        lines.append(line)
      } else {
        lines[lines.count - 1] += "\n".withoutControls + line
      }
    }
    return lines
  }
}
