package org.certassist.core.key;

/// What is known of a token's PIN without trying it.
///
/// @param administrator the state of the administrator's PIN, with which a locked one is set anew
/// @param pad whether the PIN is typed on the key itself
/// @param shortest fewest bytes the token takes, 0 where it does not say
/// @param longest most bytes the token takes, 0 where it does not say
public record TokenPin(
    PinState state, PinState administrator, boolean pad, int shortest, int longest) {
  /// A PIN without anything special about it, of 4 to 64 bytes.
  public static TokenPin usual(PinState state) {
    return new TokenPin(state, PinState.OK, false, 4, 64);
  }

  /// The same with what is known of the user's PIN now.
  public TokenPin with(PinState now) {
    return new TokenPin(now, administrator, pad, shortest, longest);
  }

  /// The same with what is known of the administrator's PIN now.
  public TokenPin withAdministrator(PinState now) {
    return new TokenPin(state, now, pad, shortest, longest);
  }

  /// Whether the token takes a PIN of so many bytes, as far as it says.
  public boolean takes(int bytes) {
    return bytes >= Math.max(1, shortest) && (longest == 0 || bytes <= longest);
  }
}
