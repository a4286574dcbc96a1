package org.certassist.core.profile;

/// What the PIN of a region's keys is until somebody changes it, as its guide says: to be shown in
/// words, never to be tried.
///
/// @param place whose keys these are, in Chinese
public record InitialPin(String place, String placeEnglish, Making making) {
  /// How such a PIN is made.
  public sealed interface Making {
    /// The last characters of the handler's ID number, which nobody asks for here.
    record HandlersIdTail(int characters) implements Making {}

    /// The same for every key.
    record Fixed(String pin) implements Making {}
  }
}
