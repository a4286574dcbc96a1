package org.certassist.core.rules;

/// Whether a finding stops a declaration.
public enum Severity {
  /// Stops it.
  ERROR("error"),
  /// Is shown and does not stop it.
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
