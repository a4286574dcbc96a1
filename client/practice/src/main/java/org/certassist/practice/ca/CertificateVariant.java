package org.certassist.practice.ca;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The certificates that a practice unit can have, each with what the portal says of it.
public enum CertificateVariant {
  GOOD("good", Duration.ofDays(-1), Duration.ofDays(3 * 365)),
  /// 810.
  EXPIRED("expired", Duration.ofDays(-400), Duration.ofDays(-35)),
  /// 809.
  NOT_YET_VALID("notYetValid", Duration.ofDays(2 * 365), Duration.ofDays(5 * 365)),
  /// 823.
  REVOKED("revoked", Duration.ofDays(-1), Duration.ofDays(3 * 365)),
  /// 820: issued under a root of its own that nobody trusts.
  FOREIGN("foreign", Duration.ofDays(-1), Duration.ofDays(3 * 365)),
  /// 809: the encryption certificate of a pair.
  ENCRYPTION_ONLY("encryptionOnly", Duration.ofDays(-1), Duration.ofDays(3 * 365)),
  /// 未查询到CA对照信息: no social-insurance number is bound to it.
  UNBOUND("unbound", Duration.ofDays(-1), Duration.ofDays(3 * 365)),
  /// 未查询到单位信息: it names no credit code.
  NO_CREDIT_CODE("noCreditCode", Duration.ofDays(-1), Duration.ofDays(3 * 365));

  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

  private final String word;
  private final Duration from;
  private final Duration until;

  CertificateVariant(String word, Duration from, Duration until) {
    this.word = word;
    this.from = from;
    this.until = until;
  }

  /// The name in docs, folders and arguments.
  public String word() {
    return word;
  }

  public static Optional<CertificateVariant> of(String word) {
    return Arrays.stream(values()).filter(variant -> variant.word.equals(word)).findFirst();
  }

  Instant notBefore(Instant made) {
    return made.plus(from);
  }

  Instant notAfter(Instant made) {
    return made.plus(until);
  }

  /// Whether a certificate made with these dates still shows what it is for, for a while yet.
  public boolean stillServes(Instant notBefore, Instant notAfter, Instant now) {
    return switch (this) {
      case EXPIRED -> notAfter.isBefore(now);
      case NOT_YET_VALID -> notBefore.isAfter(now.plus(RENEWED_BEFORE));
      default -> !notBefore.isAfter(now) && notAfter.isAfter(now.plus(RENEWED_BEFORE));
    };
  }
}
