import FileAccess

/// Puts elements together, out of the tags and texts of a document in their order.
struct XMLTreeBuilder: ~Copyable {
  /// An element whose end has not come yet.
  private struct Opening {
    let name: String
    let attributes: [XMLElement.Attribute]
    /// Where its children begin among the elements that have ended.
    let firstChild: Int
    /// Where its text begins among the texts of the elements that are open.
    let firstByte: Int
    /// Whether nothing but blanks has come, of which nothing is kept between elements.
    var isBlank = true
  }

  private var open: [Opening] = []
  private var ended: [XMLElement] = []
  private var texts = ByteBuffer(capacity: 256)

  init() {
    open.reserveCapacity(8)
    ended.reserveCapacity(16)
  }

  /// The outermost element, once it has ended.
  var root: XMLElement? { open.isEmpty ? ended.first : nil }

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: [XMLElement.Attribute]) {
    open.append(
      Opening(
        name: name,
        attributes: attributes,
        firstChild: ended.count,
        firstByte: texts.count
      )
    )
  }

  /// Adds to the text of the element that was begun last.
  mutating func add(_ text: Span<UInt8>) {
    guard let last = open.indices.last else { return }
    texts.append(text)
    if open[last].isBlank { open[last].isBlank = text.isBlank }
  }

  /// Ends the element that was begun last.
  mutating func close() {
    guard let element = open.popLast() else { return }
    var children: [XMLElement] = []
    if ended.count > element.firstChild {
      children = Array(ended[element.firstChild...])
      ended.removeLast(children.count)
    }
    ended.append(
      XMLElement(
        element.name,
        attributes: element.attributes,
        children: children,
        content: content(of: element, hasChildren: !children.isEmpty)
      )
    )
    texts.truncate(to: element.firstByte)
  }

  private func content(of element: Opening, hasChildren: Bool) -> String {
    if texts.count == element.firstByte || element.isBlank && hasChildren { return "" }
    let content = texts.text(from: element.firstByte)
    return hasChildren && content.allSatisfy(\.isWhitespace) ? "" : content
  }
}
