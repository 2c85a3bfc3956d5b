/// What a look at a domain shows after a change whose outcome is unknown.
///
/// A request that still waits at libvirt may change it afterwards.
public struct Sighting: Hashable, Sendable {
  /// Whether the device is in one definition.
  public enum Presence: String, Hashable, Sendable {
    /// It is.
    case present
    /// It is, and not as it was to become.
    case different
    /// It is not.
    case absent
    /// It is in what libvirt writes, while a change of the guest has not ended: the guest may not have
    /// it, or may still have it, or was asked to give it up and may yet do so.
    case underWay = "under-way"
    /// Nobody could look.
    case unknown
  }

  /// The running guest's; nil when that was not to be changed.
  public var live: Presence?
  /// The stored configuration's; nil when that was not to be changed.
  public var config: Presence?
  /// What an attach that was cut off has left on the host; nil when nothing was seen.
  public var leftover: Leftover?

  package init(live: Presence? = nil, config: Presence? = nil) {
    self.live = live
    self.config = config
  }

  /// What a look showed.
  init(_ standing: DeviceStanding) {
    self.init(live: standing.live?.presence, config: standing.config?.presence)
  }

  /// Nothing is known of these definitions.
  static func unseen(in parts: DefinitionParts) -> Sighting {
    Sighting(
      live: parts.contains(.live) ? .unknown : nil,
      config: parts.contains(.config) ? .unknown : nil
    )
  }
}

extension Sighting: CustomStringConvertible {
  /// Both presences, as `live absent, config absent`, and what was left over.
  public var description: String {
    [
      live.map { "live \($0.rawValue)" }, config.map { "config \($0.rawValue)" },
      leftover.map { "\($0)" },
    ]
    .compactMap(\.self).joined(separator: ", ")
  }
}
