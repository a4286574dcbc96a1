package org.certassist.keys.certificate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/// A certificate's validity, read as RFC 5280 §4.1.2.5 has it: in UTC, with seconds, a two-digit
/// year from 50 on meaning 19yy.
record CertificateTime(Instant notBefore, Instant notAfter) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{14}Z");

  /// Empty where a date is written in another way or does not exist.
  static Optional<CertificateTime> of(Certificate certificate) {
    try {
      return Optional.of(
          new CertificateTime(
              instant(certificate.getStartDate()), instant(certificate.getEndDate())));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Instant instant(Time time) {
    String digits =
        switch (time.toASN1Primitive()) {
          case ASN1UTCTime utc -> withCentury(utc.toString());
          case ASN1GeneralizedTime general -> general.getTimeString();
          default -> "";
        };
    if (!FOUR_DIGIT_YEAR.matcher(digits).matches()) {
      throw new DateTimeException("not in UTC with seconds");
    }
    return LocalDateTime.parse(digits.substring(0, digits.length() - 1), FORMAT)
        .toInstant(ZoneOffset.UTC);
  }

  private static String withCentury(String digits) {
    return (digits.compareTo("50") < 0 ? "20" : "19") + digits;
  }
}
