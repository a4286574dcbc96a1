package org.certassist.desktop;

/// The places of the work area.
enum Place {
  FILING,
  OUTBOX,
  RECONCILE
}
