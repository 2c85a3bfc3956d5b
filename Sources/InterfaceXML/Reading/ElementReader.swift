import Diagnostics

/// One element while it is read: what was asked for, and so what is left.
///
/// It reads as a given version of libvirt does when a domain is defined, or, without one, as
/// loosely as any version, keeping everything. What happens to parts that were written is taken
/// down as findings; those of inner elements come up with the element's name before their path.
struct ElementReader {
  let element: XMLElement
  /// The version that reads, or nil for a reader that loses nothing.
  let libvirt: LibvirtVersion?
  var readAttributes = ReadMarks()
  var readChildren = ReadMarks()
  private(set) var isContentRead = false
  /// Whether the element is kept as it is, whatever was read of it.
  var isLeftWhole = false
  var findings: [Finding] = []
  var leftovers: [Leftover] = []
  /// The names that several child elements have, once they were asked for.
  private var repeatedNames: Set<String>?
  /// The lengths that names of child elements have, a bit for each below 64.
  private let nameLengths: UInt64

  init(_ element: XMLElement, as libvirt: LibvirtVersion?) {
    self.element = element
    self.libvirt = libvirt
    nameLengths = element.children.reduce(0) { $0 | 1 << UInt64($1.name.utf8.count & 63) }
  }

  /// Whether a child element may have this name; what nobody has written is mostly told by this.
  func mayHave(_ name: String) -> Bool { nameLengths >> UInt64(name.utf8.count & 63) & 1 == 1 }

  /// Whether the version takes what libvirt takes since this change; a loose reader does.
  func permits(_ change: LibvirtChange) -> Bool { libvirt.map { $0 >= change.since } ?? true }

  /// Whether the version refuses or changes what libvirt does since this change; a loose reader
  /// does not.
  func enforces(_ change: LibvirtChange) -> Bool { libvirt.map { $0 >= change.since } ?? false }

  /// The text in the element, blanks and all.
  mutating func content() -> String {
    isContentRead = true
    return element.content
  }

  /// A diagnostic about a child element, told where that is: by a number too where several have
  /// its name.
  mutating func placed(_ diagnostic: Diagnostic, _ step: Leftover.Step) -> Diagnostic {
    let repeated = repeatedNames ?? element.repeatedNames
    repeatedNames = repeated
    return repeated.contains(step.name)
      ? diagnostic.at(step.index + 1).at(step.name) : diagnostic.at(step.name)
  }
}
