package org.certassist.core.reconcile;

/// The kinds of insurance that a filing here covers.
public enum Insurance {
  PENSION("养老"),
  UNEMPLOYMENT("失业"),
  WORK_INJURY("工伤");

  private final String word;

  Insurance(String word) {
    this.word = word;
  }

  /// What every name that a portal has for it contains.
  public String word() {
    return word;
  }
}
