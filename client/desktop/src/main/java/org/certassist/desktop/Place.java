package org.certassist.desktop;

/// The places of the work area, in the order in which the header names them.
enum Place {
  FILING("filing"),
  OUTBOX("outbox"),
  RECONCILE("reconcile"),
  CERTIFICATES("certificates"),
  DRIVERS("drivers"),
  DOCTOR("doctor"),
  CALENDAR("calendar");

  private final String word;

  Place(String word) {
    this.word = word;
  }

  /// Of its words, `place.<word>`, and of its button.
  String word() {
    return word;
  }
}
