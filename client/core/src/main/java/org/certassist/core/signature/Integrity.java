package org.certassist.core.signature;

/// Whether what was signed is still what was signed, whoever signed it.
public enum Integrity {
  /// The signature is genuine and over this content.
  INTACT("intact"),
  /// The signature or the content is not what was made.
  BROKEN("broken"),
  /// Nothing can be said, such as where the signer's certificate is missing.
  CANNOT_TELL("cannot-tell");

  private final String word;

  Integrity(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
