/// A part of the product's work that is timed alone.
enum Stage: String, CaseIterable {
  /// A line of JSON becomes a VIF.
  case decode
  /// A VIF becomes an interface, past every rule.
  case translate
  /// An interface becomes a text.
  case write
  /// A line of JSON becomes a text: all three.
  case full
  /// Fields that are texts become an interface, past every rule, and that a text.
  case build
  /// A text becomes an interface.
  case parse
  /// A text is read as a version of libvirt does, and what it would say is told.
  case check
  /// A text becomes the one that a version of libvirt prints back.
  case format
}
