/// A credential that the other side of a connection asks for.
public struct CredentialRequest: Hashable, Sendable {
  /// What kind of credential it is.
  public enum Kind: Hashable, Sendable {
    /// The identity to act as.
    case userName
    /// The identity to authenticate as.
    case authenticationName
    /// The languages that prompts may be in, as `de,en`.
    case language
    /// The answer to the client's challenge.
    case nonce
    /// A secret; not to be shown while it is typed.
    case passphrase
    /// An answer that may be shown while it is typed.
    case echoedPrompt
    /// An answer that is not to be shown while it is typed.
    case hiddenPrompt
    /// The realm of the authentication.
    case realm
    /// Something that an agent outside has to do, named by the challenge.
    case external
  }

  /// What kind of credential it is.
  public let kind: Kind
  /// What to ask a person.
  public let prompt: String
  /// More about what is asked, in some mechanisms.
  public let challenge: String?
  /// What counts if nothing is answered.
  public let defaultAnswer: String?
}
