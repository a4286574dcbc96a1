package org.certassist.core.profile;

/// A way of filing that a portal really offers.
public enum Way {
  REST("rest"),
  PAGE_UPLOAD("page-upload"),
  COUNTER("counter");

  private final String word;

  Way(String word) {
    this.word = word;
  }

  /// The name in profile files.
  public String word() {
    return word;
  }
}
