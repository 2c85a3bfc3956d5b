import Glibc

/// Colours, where they are seen.
struct Paint {
  /// The colours that are used.
  enum Colour: Int {
    case red = 31
    case green = 32
  }

  private let isOn: Bool

  /// Colours when the standard output is a terminal, and nobody asked for none (no-color.org).
  static var onStandardOutput: Paint {
    let refusal = unsafe getenv("NO_COLOR")
    return unsafe Paint(isOn: isatty(STDOUT_FILENO) == 1 && refusal == nil)
  }

  /// The text in a colour, or as it is.
  func text(_ text: String, _ colour: Colour) -> String {
    isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
