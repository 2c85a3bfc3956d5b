/// One of the two definitions that libvirt keeps of a domain.
public enum Definition: String, Hashable, Sendable {
  /// The running guest's.
  case live
  /// The stored configuration, which the next start uses.
  case config
}
