package org.certassist.core.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.declaration.Unit;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.ExpiryNotice;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;

/// What is on the keys, judged as the portal will judge it.
final class CertificateChecks {
  /// Reasons of code 809 that are causes of their own; any other is a malformed certificate.
  private static final Map<String, Cause> NOT_VALID_CAUSES =
      Map.of(
          "notYetValid", Cause.CERTIFICATE_NOT_YET_VALID,
          "encryptionOnly", Cause.CERTIFICATE_ENCRYPTION_ONLY);

  private CertificateChecks() {}

  static CheckResult signing(Pc pc) throws InterruptedException {
    KeyOverview overview = pc.keys().keys();
    List<Choice> choices = overview.choices();
    if (!choices.isEmpty()) {
      return CheckResult.ok(CheckId.SIGNING_CERTIFICATE, String.valueOf(choices.size()));
    }
    boolean none = overview.keys().stream().allMatch(key -> key.certificates().isEmpty());
    boolean read =
        overview.keys().stream()
            .flatMap(key -> key.certificates().stream())
            .anyMatch(certificate -> certificate.facts().isPresent());
    Cause unusable = read ? Cause.CERTIFICATE_ENCRYPTION_ONLY : Cause.CERTIFICATE_MALFORMED;
    return CheckResult.failed(CheckId.SIGNING_CERTIFICATE, none ? Cause.KEY_EMPTY : unusable);
  }

  /// Where one certificate is good, the others are worth a word only.
  static CheckResult statusCode(Pc pc) throws InterruptedException {
    List<Choice> choices = pc.keys().keys().choices();
    Optional<Choice> bad =
        choices.stream().filter(choice -> !choice.certificate().status().isGood()).findFirst();
    if (bad.isEmpty()) {
      return CheckResult.ok(CheckId.STATUS_CODE);
    }
    CertificateStatus status = bad.get().certificate().status();
    String number = String.valueOf(status.code().number());
    boolean all = choices.stream().noneMatch(choice -> choice.certificate().status().isGood());
    return all
        ? CheckResult.failed(CheckId.STATUS_CODE, cause(status), number, status.reason())
        : CheckResult.warning(CheckId.STATUS_CODE, cause(status), number, status.reason());
  }

  private static Cause cause(CertificateStatus status) {
    return switch (status.code()) {
      case EXPIRED -> Cause.CERTIFICATE_EXPIRED;
      case CHAIN_BROKEN -> Cause.CERTIFICATE_CHAIN;
      case REVOKED -> Cause.CERTIFICATE_REVOKED;
      case NOT_VALID, SIGNATURE_WRONG, GOOD ->
          NOT_VALID_CAUSES.getOrDefault(status.reason(), Cause.CERTIFICATE_MALFORMED);
    };
  }

  /// Of several certificates that can be used, the one that lasts longest counts.
  static CheckResult expiry(Pc pc) throws InterruptedException {
    KeyOverview overview = pc.keys().keys();
    FilingOutlook outlook = FilingOutlook.of(pc.profile().calendar(), overview.clock().shanghai());
    Optional<Expiry> latest =
        overview.choices().stream()
            .map(Choice::certificate)
            .filter(certificate -> certificate.status().isGood())
            .flatMap(certificate -> certificate.facts().stream())
            .map(CertificateFacts::notAfter)
            .max(Instant::compareTo)
            .map(end -> Expiry.of(end, outlook));
    if (latest.isEmpty()) {
      return CheckResult.unknown(CheckId.EXPIRY, "noGoodCertificate");
    }
    String days = String.valueOf(latest.get().daysLeft());
    boolean soon =
        latest.get().notice() == ExpiryNotice.WITHIN_30_DAYS
            || latest.get().notice() == ExpiryNotice.BEFORE_NEXT_WINDOW;
    return soon
        ? CheckResult.warning(CheckId.EXPIRY, Cause.CERTIFICATE_ENDS_SOON, days)
        : CheckResult.ok(CheckId.EXPIRY, days);
  }

  /// An agent has the keys of some units in hand and declarations of others waiting, so that this
  /// is a warning.
  static CheckResult unit(Pc pc) throws InterruptedException {
    List<Unit> waiting = pc.archive().waiting();
    if (waiting.isEmpty()) {
      return CheckResult.unknown(CheckId.UNIT, "nothingWaits");
    }
    List<Choice> choices = pc.keys().keys().choices();
    return waiting.stream()
        .filter(unit ->
            choices.stream()
                .allMatch(choice -> choice.belonging(unit) instanceof Belonging.Differs))
        .findFirst()
        .map(unit -> CheckResult.warning(CheckId.UNIT, Cause.CERTIFICATE_WRONG_UNIT, unit.name()))
        .orElseGet(() -> CheckResult.ok(CheckId.UNIT, String.valueOf(waiting.size())));
  }
}
