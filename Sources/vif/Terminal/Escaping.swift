extension String {
  /// The text with its control characters spelled out, line ends too.
  ///
  /// They may come from the input, and would drive the terminal or forge a line.
  var withoutControls: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
