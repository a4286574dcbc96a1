package org.certassist.core.key;

/// Why a new PIN is not good enough to be set.
public enum PinWeakness {
  TOO_SHORT("tooShort"),
  /// One character over and over.
  ALL_SAME("allSame"),
  /// Digits or letters in their order, upwards or downwards.
  SEQUENCE("sequence"),
  /// A PIN with which keys are handed out.
  KNOWN_INITIAL("knownInitial"),
  SAME_AS_OLD("sameAsOld");

  private final String word;

  PinWeakness(String word) {
    this.word = word;
  }

  /// The id of its sentence.
  public String word() {
    return word;
  }
}
