package org.certassist.desktop.lease;

import java.time.Duration;
import org.certassist.core.key.KeyLease;

/// Whether a key lies open after its PIN was typed.
public sealed interface LeaseState {
  /// None does, and none did.
  record None() implements LeaseState {}

  /// @param signatures how often it has signed under this PIN
  /// @param left how long it stays open if nothing more is signed, in whole seconds
  record Open(String serial, int signatures, Duration left) implements LeaseState {}

  /// The last one is closed again.
  record Over(KeyLease.End why) implements LeaseState {}
}
