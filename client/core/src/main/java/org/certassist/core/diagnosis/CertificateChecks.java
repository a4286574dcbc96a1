package org.certassist.core.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.StatusCode;
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
          "encryptionOnly", Cause.CERTIFICATE_ENCRYPTION_ONLY,
          "otherPurpose", Cause.CERTIFICATE_UNSUITABLE,
          "weakKey", Cause.CERTIFICATE_UNSUITABLE);

  /// The portal looks for one of them; in which of its fields a CA writes it differs.
  private static final Set<HolderField> UNITS_NUMBERS =
      Set.of(HolderField.SOCIAL_INSURANCE_NUMBER, HolderField.UNIT_NUMBER, HolderField.CREDIT_CODE);

  private static final String OLDER_ALGORITHM = "RSA";

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

  /// Where one certificate is good, the others are worth a word only; the one before on a key that
  /// was renewed in place is worth none.
  static CheckResult statusCode(Pc pc) throws InterruptedException {
    List<Choice> choices = pc.keys().keys().choices();
    Optional<Choice> bad =
        choices.stream()
            .filter(choice -> !choice.certificate().status().isUsable())
            .filter(choice -> !isRenewed(choice, choices))
            .findFirst();
    if (bad.isEmpty()) {
      return choices.stream().anyMatch(choice -> choice.certificate().status().isGood())
          ? CheckResult.ok(CheckId.STATUS_CODE)
          : CheckResult.unknown(CheckId.STATUS_CODE, CertificateStatus.NO_TRUST_GIVEN.reason());
    }
    CertificateStatus status = bad.get().certificate().status();
    String number = String.valueOf(status.code().number());
    boolean all = choices.stream().noneMatch(choice -> choice.certificate().status().isUsable());
    return all
        ? CheckResult.failed(CheckId.STATUS_CODE, cause(status), number, status.reason())
        : CheckResult.warning(CheckId.STATUS_CODE, cause(status), number, status.reason());
  }

  private static boolean isRenewed(Choice ended, List<Choice> choices) {
    return ended.certificate().status().code() == StatusCode.EXPIRED
        && choices.stream()
            .filter(choice -> choice.certificate().status().isUsable())
            .anyMatch(choice -> choice.key().token().serial().equals(ended.key().token().serial()));
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
            .filter(certificate -> certificate.status().isUsable())
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

  /// A certificate without any number of its unit's was never bound to it.
  static CheckResult unitsNumber(Pc pc) throws InterruptedException {
    return pc.profile().certificate().unitsNumber()
        ? every(
            pc, CheckId.UNITS_NUMBER, Cause.CERTIFICATE_UNBOUND, CertificateChecks::namesItsUnit)
        : CheckResult.ok(CheckId.UNITS_NUMBER);
  }

  private static boolean namesItsUnit(CertificateFacts facts) {
    return UNITS_NUMBERS.stream().anyMatch(field -> facts.holder().fact(field).isPresent());
  }

  static CheckResult algorithm(Pc pc) throws InterruptedException {
    return pc.profile().certificate().sm2()
        ? every(
            pc,
            CheckId.ALGORITHM,
            Cause.CERTIFICATE_UPGRADE_NEEDED,
            facts -> !facts.algorithm().startsWith(OLDER_ALGORITHM))
        : CheckResult.ok(CheckId.ALGORITHM);
  }

  /// A key that was upgraded in place may still hold the certificate before: one of each key's is
  /// enough.
  private static CheckResult every(
      Pc pc, CheckId check, Cause cause, Predicate<CertificateFacts> enough)
      throws InterruptedException {
    Map<String, List<CertificateFacts>> good =
        usableOnes(pc)
            .filter(choice -> choice.certificate().facts().isPresent())
            .collect(
                Collectors.groupingBy(
                    choice -> choice.key().token().serial(),
                    Collectors.mapping(
                        choice -> choice.certificate().facts().orElseThrow(),
                        Collectors.toList())));
    return good.entrySet().stream()
        .filter(key -> key.getValue().stream().noneMatch(enough))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(serial -> CheckResult.warning(check, cause, serial))
        .orElseGet(() -> CheckResult.ok(check));
  }

  private static Stream<Choice> usableOnes(Pc pc) throws InterruptedException {
    return pc.keys().keys().choices().stream()
        .filter(choice -> choice.certificate().status().isUsable());
  }

  /// Where a region does not demand the CAs' word, its absence stops nothing; and where the look
  /// itself did not wait for it, it says nothing of the CA.
  static CheckResult revocation(Pc pc) throws InterruptedException {
    List<Revocation> words =
        usableOnes(pc).map(choice -> choice.certificate().revocation()).toList();
    if (words.isEmpty()) {
      return CheckResult.unknown(CheckId.REVOCATION, "noGoodCertificate");
    }
    Optional<NotCheckedReason> missing =
        words.stream()
            .filter(Revocation.NotChecked.class::isInstance)
            .map(Revocation.NotChecked.class::cast)
            .map(Revocation.NotChecked::reason)
            .findFirst();
    if (missing.isEmpty()) {
      return CheckResult.ok(CheckId.REVOCATION);
    }
    String reason = missing.get().word();
    if (missing.get() == NotCheckedReason.NOT_ASKED || !pc.profile().revocation().required()) {
      return CheckResult.unknown(CheckId.REVOCATION, "notChecked", reason);
    }
    return words.stream().allMatch(Revocation.NotChecked.class::isInstance)
        ? CheckResult.failed(CheckId.REVOCATION, Cause.REVOCATION_NOT_CHECKED, reason)
        : CheckResult.warning(CheckId.REVOCATION, Cause.REVOCATION_NOT_CHECKED, reason);
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
