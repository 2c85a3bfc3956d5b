public import Addresses

/// The alias by which the device of a VIF is found again in every definition of a domain.
public enum VIFAlias {
  /// What the alias of every device begins with that was plugged in for a VIF.
  public static let prefix = "ua-vif-"

  /// The alias of a VIF's device: the prefix, and the VIF's id in lower case and with dashes.
  ///
  /// Of 43 bytes: libvirt keeps what begins with `ua-` and goes on in ASCII letters, digits, `-`
  /// and `_`, of any length; 503 bytes were seen to work.
  public static func name(of vif: UUID) -> String { prefix + vif.canonical }
}
