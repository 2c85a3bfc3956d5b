/// What a change did to each of a domain's definitions.
public struct ChangeReport: Hashable, Sendable {
  /// What became of one definition.
  public enum Outcome: String, Hashable, Sendable {
    /// It was not to be changed, or had nothing to change.
    case untouched
    /// The device is in it (after an attach), or no longer in it (after a detach).
    case changed
    /// The guest was asked to give the device up, and still had it when time was up.
    ///
    /// It may yet do so, at the latest when it is reset.
    case stillAttached = "still-attached"
  }

  /// The running guest.
  public var live: Outcome
  /// The stored configuration.
  public var config: Outcome
  /// The interface as libvirt has it.
  ///
  /// After an attach, the new one with what libvirt added; of a detach, the one that was chosen. Absent after an attach of something that has no MAC address of
  /// its own to find it by.
  public var interface: AttachedInterface?

  package init(
    live: Outcome = .untouched,
    config: Outcome = .untouched,
    interface: AttachedInterface? = nil
  ) {
    self.live = live
    self.config = config
    self.interface = interface
  }
}
