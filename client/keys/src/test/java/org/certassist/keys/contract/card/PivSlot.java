package org.certassist.keys.contract.card;

import java.util.Arrays;
import java.util.Optional;

/// The places for a key and its certificate on a PIV card (NIST SP 800-73-4 Part 1, Tables 3 and
/// 4b).
public enum PivSlot {
  AUTHENTICATION(0x9a, 0x5fc105),
  /// Wants the PIN before every signature.
  SIGNATURE(0x9c, 0x5fc10a),
  KEY_MANAGEMENT(0x9d, 0x5fc10b),
  /// Wants no PIN at all.
  CARD_AUTHENTICATION(0x9e, 0x5fc101);

  private final int reference;
  private final int certificateTag;

  PivSlot(int reference, int certificateTag) {
    this.reference = reference;
    this.certificateTag = certificateTag;
  }

  int certificateTag() {
    return certificateTag;
  }

  static Optional<PivSlot> of(int reference) {
    return Arrays.stream(values()).filter(slot -> slot.reference == reference).findFirst();
  }
}
