public import Addresses

/// The alias by which the device of a VIF is found again in every definition of a domain.
///
/// A device that takes the place of another one while that is still there has a number behind the
/// alias, as `ua-vif-dc065497-…-2`: aliases are unique in a domain. The numbers go round, from 2 over 3
/// and 1 to 2: with three of them, which of two came after the other can be told.
public enum VIFAlias {
  /// What the alias of every device begins with that was plugged in for a VIF.
  public static let prefix = "ua-vif-"

  /// The alias of a VIF's device: the prefix, and the VIF's id in lower case and with dashes.
  ///
  /// Of 43 bytes: libvirt keeps what begins with `ua-` and goes on in ASCII letters, digits, `-`
  /// and `_`, of any length; 503 bytes were seen to work.
  public static func name(of vif: UUID) -> String { prefix + vif.canonical }

  /// The alias without the number that a replacement has; any other alias as it is.
  package static func base(of alias: String) -> String {
    split(alias)?.base ?? alias
  }

  /// Whether the alias of a device that takes the place of one with this alias leads back to it: only
  /// a VIF's does.
  package static func hasSuccessor(_ alias: String) -> Bool {
    base(of: successor(of: alias)) == base(of: alias)
  }

  /// The alias of a device that is to take the place of the one that has this alias.
  package static func successor(of alias: String) -> String {
    guard let (base, number) = split(alias) else { return alias + "-2" }
    return "\(base)-\((1...3).contains(number) ? number % 3 + 1 : 2)"
  }

  /// An alias of a VIF's device that has a number, in its parts.
  private static func split(_ alias: String) -> (base: String, number: Int)? {
    let length = prefix.utf8.count + 36
    guard alias.hasPrefix(prefix), alias.utf8.count > length + 1,
      alias.utf8.dropFirst(length).first == UInt8(ascii: "-"),
      let number = Int(alias.dropFirst(length + 1))
    else { return nil }
    return (String(alias.prefix(length)), number)
  }
}
