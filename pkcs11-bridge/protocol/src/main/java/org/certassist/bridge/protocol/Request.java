package org.certassist.bridge.protocol;

/// What the client asks of a host.
public sealed interface Request {
  /// The first request on every line.
  record Hello(int version) implements Request {}

  /// Loads the module; a host serves one module in its life.
  ///
  /// @param arguments what the module reads when it is initialised, as its maker wants it written;
  ///   empty for the many that read none
  record OpenModule(ModuleKind kind, String path, String arguments) implements Request {
    /// Loads a module that reads no arguments.
    public OpenModule(ModuleKind kind, String path) {
      this(kind, path, "");
    }
  }

  /// Reads every token that is plugged in, with its certificates.
  record ListTokens() implements Request {}

  /// Reads which tokens are plugged in and no more, to be asked twice a second.
  record ListPresent() implements Request {}

  /// Tries a PIN once on one token.
  ///
  /// @param certificateSha256 tells tokens of equal identity apart; may be empty
  /// @param lastTryConfirmed the user knows that a wrong PIN now locks the token
  record Login(TokenId token, Bytes certificateSha256, Secret pin, boolean lastTryConfirmed)
      implements Request {}

  record Logout(TokenId token) implements Request {}

  /// Sets a new PIN; the present one is tried once.
  ///
  /// @param certificateSha256 tells tokens of equal identity apart; may be empty
  /// @param lastTryConfirmed as in [Login]
  record ChangePin(
      TokenId token, Bytes certificateSha256, Secret pin, Secret newPin, boolean lastTryConfirmed)
      implements Request {}

  /// Sets a new PIN with the administrator's PIN, which is tried once.
  ///
  /// @param certificateSha256 tells tokens of equal identity apart; may be empty
  /// @param lastTryConfirmed the user knows that a wrong administrator's PIN now locks it for ever
  record UnblockPin(
      TokenId token, Bytes certificateSha256, Secret soPin, Secret newPin, boolean lastTryConfirmed)
      implements Request {}

  /// Signs a message with the key of one certificate on a token that is logged in.
  ///
  /// @param keyPin the PIN again, only for a key that wants it for every signature; else empty
  record Sign(
      TokenId token, Bytes certificateSha256, SignAlgorithm algorithm, Bytes message, Secret keyPin)
      implements Request {}

  /// Signs by a mechanism that the client names by its number; for those that no standard has.
  ///
  /// @param mechanism as the driver numbers it
  /// @param input what goes into C_Sign as it is: hashed, or for the mechanism to hash
  /// @param keyPin as in [Sign]
  record SignByMechanism(
      TokenId token, Bytes certificateSha256, long mechanism, Bytes input, Secret keyPin)
      implements Request {}

  /// Reads which mechanisms a token that is logged in says it has.
  ///
  /// @param certificateSha256 tells tokens of equal identity apart; may be empty
  record ListMechanisms(TokenId token, Bytes certificateSha256) implements Request {}

  /// Reads the state of a token's PIN anew.
  record ReadPinState(TokenId token) implements Request {}

  /// Makes a blank token usable; practice only.
  record InitToken(String label, Secret soPin, Secret pin) implements Request {}

  /// Makes a key pair on a token that is logged in; practice only.
  record GenerateKey(TokenId token, KeyKind kind, String label) implements Request {}

  /// Lays a certificate on a token that is logged in; practice only.
  ///
  /// @param keyId the id of a key made before, or empty for a certificate without a key
  record StoreCertificate(TokenId token, Bytes keyId, String label, Bytes der) implements Request {}
}
