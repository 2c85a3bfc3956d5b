public import Diagnostics

/// What a change did to each of a domain's definitions.
public struct ChangeReport: Hashable, Sendable {
  /// What became of one definition.
  public enum Outcome: String, Hashable, Sendable {
    /// It was not to be changed, or was left alone since the change before it did not succeed.
    case untouched
    /// It already was as it is to be.
    case unchanged
    /// The device is in it (after an attach), or no longer in it (after a detach).
    case changed
    /// The device in it was changed in its place.
    case updated
    /// A new device is in the place of the old one.
    case replaced
    /// The guest ended, and all of its devices with it.
    case guestEnded = "guest-ended"
    /// The guest was asked to give the device up, and still has it.
    ///
    /// It may yet do so, at the latest when it is reset.
    case stillAttached = "still-attached"

    /// Whether the definition is another than before.
    var isChange: Bool {
      switch self {
      case .changed, .updated, .replaced, .guestEnded: true
      case .untouched, .unchanged, .stillAttached: false
      }
    }
  }

  /// Why a guest still has a device that it was asked to give up.
  public enum Obstacle: String, Hashable, Sendable {
    /// It did not answer in time.
    case timeout
    /// It did not answer in time, and is paused.
    case paused
    /// It refused.
    case refused
  }

  /// The running guest.
  public var live: Outcome
  /// The stored configuration.
  public var config: Outcome
  /// The device as libvirt has it: after an attach, the new one with what libvirt added; of a detach,
  /// the one that was chosen.
  ///
  /// Absent after a detach of what was not there.
  public var device: AttachedInterface?
  /// What is worth knowing although it was done, as what libvirt did not keep.
  public var warnings: [Diagnostic] = []
  /// How often the guest was asked to give the device up.
  public var attempts = 0
  /// Why the guest still has the device; nil unless it does.
  public var obstacle: Obstacle?

  /// The device that this change has plugged in to take the place of one that the guest still has, and
  /// that is in the guest beside it; nil when there is none.
  ///
  /// It was not asked for again when the guest did not answer: a guest that answers later gives the
  /// old one up, and is then as it was to be.
  public var addition: AttachedInterface?

  /// The devices that a replacement which was not finished had left, and that this change has taken
  /// off, whatever became of the rest of it.
  public var removals: [AttachedInterface] = []

  /// Whether anything was changed.
  public var isChanged: Bool {
    addition != nil || !removals.isEmpty || live.isChange || config.isChange
  }

  package init(
    live: Outcome = .untouched,
    config: Outcome = .untouched,
    device: AttachedInterface? = nil
  ) {
    self.live = live
    self.config = config
    self.device = device
  }
}
