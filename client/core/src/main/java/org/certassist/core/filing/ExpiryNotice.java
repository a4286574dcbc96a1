package org.certassist.core.filing;

/// What is to be said of a certificate's end, the most urgent first.
public enum ExpiryNotice {
  ENDED("ended"),
  WITHIN_30_DAYS("within30Days"),
  /// It cannot be used for the whole of the next filing window.
  BEFORE_NEXT_WINDOW("beforeNextWindow"),
  WITHIN_60_DAYS("within60Days"),
  NONE("none");

  private final String word;

  ExpiryNotice(String word) {
    this.word = word;
  }

  /// The name in `--json` output and in texts.
  public String word() {
    return word;
  }
}
