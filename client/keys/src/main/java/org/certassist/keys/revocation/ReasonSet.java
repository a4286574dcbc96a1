package org.certassist.keys.revocation;

import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/// Reasons for revocation that a list speaks of, as a set of bits.
record ReasonSet(int bits) {
  private static final int[] EACH = {
    ReasonFlags.keyCompromise,
    ReasonFlags.cACompromise,
    ReasonFlags.affiliationChanged,
    ReasonFlags.superseded,
    ReasonFlags.cessationOfOperation,
    ReasonFlags.certificateHold,
    ReasonFlags.privilegeWithdrawn,
    ReasonFlags.aACompromise
  };

  static final ReasonSet NONE = new ReasonSet(0);
  static final ReasonSet ALL = new ReasonSet(all());

  private static int all() {
    int all = 0;
    for (int one : EACH) {
      all |= one;
    }
    return all;
  }

  /// Where nothing is said, all are meant.
  static ReasonSet of(@Nullable ReasonFlags flags) {
    return flags == null ? ALL : new ReasonSet(flags.intValue() & ALL.bits());
  }

  ReasonSet and(ReasonSet other) {
    return new ReasonSet(bits & other.bits);
  }

  ReasonSet or(ReasonSet other) {
    return new ReasonSet(bits | other.bits);
  }

  boolean isAll() {
    return bits == ALL.bits();
  }
}
