/// What a code means and what to do about it, for people.
///
/// The module that declares a code explains it, in its folder `Explanations`.
package struct CodeExplanation: Hashable, Sendable {
  /// An input that gives the code.
  package enum Example: Hashable, Sendable {
    /// A document with interfaces, as a version of libvirt takes it; nil is the newest one.
    case document(String, libvirt: String? = nil)
    /// Guest settings, as JSON.
    case settings(String)
    /// An os-vif object, as JSON.
    case object(String)
  }

  /// The code.
  package let code: Diagnostic.Code
  /// A few sentences, without line ends: what the code says, why it is so, how to mend it.
  package let text: String
  /// Inputs that give the code, one for each level that it has.
  package let examples: [Example]

  /// Explains a code.
  package init(_ code: Diagnostic.Code, _ text: String, _ examples: Example...) {
    self.code = code
    self.text = text
    self.examples = examples
  }

  /// The first sentence of the text.
  package var summary: String {
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      if text[end] == ".", next == text.endIndex || text[next] == " " {
        return String(text[..<next])
      }
      end = next
    }
    return text
  }
}
