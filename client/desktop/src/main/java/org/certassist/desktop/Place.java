package org.certassist.desktop;

/// The two places of the work area.
enum Place {
  FILING,
  OUTBOX
}
