package org.certassist.core.repair;

/// A page of the system's own settings, on which the user puts something right herself.
public enum SystemPage {
  DATE_AND_TIME("dateAndTime"),
  NETWORK("network"),
  PROXY("proxy"),
  DISK("disk"),
  /// Where devices are switched on and off.
  DEVICES("devices"),
  /// Where the system keeps certificates.
  CERTIFICATES("certificates");

  private final String word;

  SystemPage(String word) {
    this.word = word;
  }

  /// The name in `--json` output and in texts.
  public String word() {
    return word;
  }
}
