package org.certassist.core.key;

/// What is to be said of a PIN that a key has just taken.
public enum PinVerdict {
  GOOD("good"),
  /// It is one with which keys are handed out: everybody knows it, and it should be changed.
  KNOWN_INITIAL("knownInitial");

  private final String word;

  PinVerdict(String word) {
    this.word = word;
  }

  /// The id of its sentences.
  public String word() {
    return word;
  }
}
