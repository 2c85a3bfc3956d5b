package import Diagnostics
package import DomainXML
package import InterfaceXML

/// A change of a running guest's device in its place, as far as libvirt can make it.
package struct LiveUpdate: Hashable, Sendable {
  /// A difference that stays, and why.
  package struct Obstacle: Hashable, Sendable {
    /// The difference.
    package let difference: InterfaceDifference
    /// Why libvirt cannot make it.
    package let reason: String

    /// Both in words.
    var words: String { "\(difference.words): \(reason)" }
  }

  /// What cannot be changed; empty when all can.
  package let obstacles: [Obstacle]
  /// The whole element for libvirt, to which what is left out is to be removed.
  let xml: String

  /// Looks at each difference.
  ///
  /// - Parameters:
  ///   - document: What is asked for.
  ///   - present: What the running guest has.
  ///   - differences: In what they differ.
  ///   - libvirt: The version that is to make the change.
  /// - Throws: What in the document libvirt would refuse.
  package init(
    to document: AttachDocument,
    from present: AttachedInterface,
    _ differences: [InterfaceDifference],
    for libvirt: LibvirtVersion
  ) throws(Diagnostic) {
    guard present.isInterface, document.device.isInterface else {
      let reason = "libvirt changes nothing of a host device while the guest runs"
      obstacles = differences.map { Obstacle(difference: $0, reason: reason) }
      xml = present.xml
      return
    }
    let asked = try Interface(document.device.element)
    let live = try Interface(present.element)
    obstacles = differences.compactMap { difference in
      Self.reason(difference, live, asked, libvirt).map {
        Obstacle(difference: difference, reason: $0)
      }
    }
    var changed = live
    // By the name of what it turned out to be, libvirt would take the device off its network.
    changed.source = live.source.essence
    for part in Set(differences.compactMap { LivePart(of: $0.path) }) {
      part.copy(from: asked, to: &changed)
    }
    xml = try changed.xml()
  }

  private static func reason(
    _ difference: InterfaceDifference,
    _ live: Interface,
    _ asked: Interface,
    _ libvirt: LibvirtVersion
  ) -> String? {
    guard let part = LivePart(of: difference.path) else {
      return "libvirt does not change it while the guest runs"
    }
    return part.obstacle(from: live, to: asked, for: libvirt)
  }
}

extension Diagnostic {
  /// The refusal of an update that libvirt cannot make.
  ///
  /// - Parameter reasons: What it cannot change, and why.
  static func notUpdatable(_ reasons: [String]) -> Diagnostic {
    Diagnostic(
      .updateNotLive,
      reasons.joined(separator: "; "),
      remedy: "have it replaced (--replace), or change the stored configuration alone (--config)"
    )
  }
}

extension Diagnostic.Code {
  /// A difference that libvirt cannot change while the guest runs.
  public static let updateNotLive = Self(rawValue: "update.not-live")
}
