public import Diagnostics
import InterfaceXML

/// A domain's document with other network devices in it, and every other byte as it was.
public struct DomainSplice: Sendable {
  /// What became of a device.
  public enum Change: Sendable {
    /// It was put in.
    case inserted(AttachedInterface)
    /// It was taken out for another one, which is in its place.
    case replaced(AttachedInterface, by: AttachedInterface)
    /// It was taken out.
    case removed(AttachedInterface)
  }

  /// The new document's text.
  public let text: String
  /// What is different, in the new document's order; what was inserted comes last.
  public let changes: [Change]

  /// Puts devices into a domain's document, and takes devices out of it.
  ///
  /// A device replaces the one that has its MAC address or its `ua-` alias, and takes over that
  /// one's place and indentation. Others are inserted behind the last one of their kind. Of what is
  /// put in, only indentation and line ends change. What comes out is read again, and compared with
  /// what was meant.
  ///
  /// - Parameters:
  ///   - devices: What is put in.
  ///   - selectors: What is taken out; indices count the interfaces that were there.
  /// - Throws: `interface.not-found` for a selector of nothing; `interface.ambiguous` for a selector
  ///   of several, or a device that could replace several; `splice.conflict` for changes that
  ///   exclude each other, and for an alias that another device has; `splice.internal` or
  ///   `xml.extents` for a fault of this package.
  public init(
    of domain: DomainDocument,
    putting devices: [WrittenDevice],
    removing selectors: [InterfaceSelector] = []
  ) throws(Diagnostic) {
    let plan = try SplicePlan(for: domain, putting: devices, removing: selectors)
    let text = String(decoding: SplicedText.bytes(of: domain, plan), as: UTF8.self)
    try Self.check(text, against: plan, for: domain)
    self.text = text
    changes =
      domain.placedDevices.compactMap { placed in
        if let new = plan.replacements[placed.place] {
          .replaced(placed.device, by: new.device)
        } else if plan.removals.contains(placed.place) {
          .removed(placed.device)
        } else {
          nil
        }
      } + plan.insertions.map { .inserted($0.device) }
  }

  private static func check(
    _ text: String,
    against plan: SplicePlan,
    for domain: DomainDocument
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      let result = try DomainDocument(parsing: text)
      guard result.root.holdsTheSame(as: plan.tree(of: domain)) else {
        throw Diagnostic(.spliceInternal, "the new document is not what it should be")
      }
    } catch  where error.code != .xmlTooLarge {
      throw Diagnostic(.spliceInternal, "internal error: \(error.problem)")
    }
  }
}

extension Diagnostic.Code {
  /// An error in this package: what it wrote was not what it was to write.
  public static let spliceInternal = Self(rawValue: "splice.internal")
}
