package org.certassist.core.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.profile.Way;
import org.certassist.core.surroundings.BrowserFacts;
import org.certassist.core.surroundings.StoredCertificate;

/// What lies around the program. But for its own files it is in the way of the portal's page alone,
/// so that all else is a warning.
final class SurroundingsChecks {
  /// Windows has no provider for SM2: such a certificate has its key with the CA's assistant alone.
  private static final String STORE_ALGORITHM = "RSA";

  private SurroundingsChecks() {}

  static CheckResult program(Pc pc) {
    Optional<List<String>> missing = pc.surroundings().missingFiles();
    if (missing.isEmpty()) {
      return CheckResult.unknown(CheckId.PROGRAM, "noPackage");
    }
    return missing.get().stream()
        .findFirst()
        .map(file -> CheckResult.failed(CheckId.PROGRAM, Cause.PROGRAM_FILE_MISSING, file))
        .orElseGet(() -> CheckResult.ok(CheckId.PROGRAM));
  }

  /// With a certificate that has ended nobody logs in, whatever the store has of it: a key that was
  /// renewed in place holds the one before, too.
  static CheckResult store(Pc pc) throws InterruptedException {
    Optional<List<StoredCertificate>> store = pc.surroundings().store();
    if (store.isEmpty()) {
      return CheckResult.unknown(CheckId.STORE, "noStore");
    }
    Instant now = pc.keys().keys().clock().now();
    List<CertificateFacts> lasting =
        pc.keys().keys().choices().stream()
            .map(Choice::certificate)
            .flatMap(certificate -> certificate.facts().stream())
            .filter(facts -> facts.algorithm().startsWith(STORE_ALGORITHM))
            .filter(facts -> facts.notAfter().isAfter(now))
            .toList();
    return lasting.stream()
        .filter(facts -> isWithoutKey(facts, store.get()))
        .map(facts -> CheckResult.warning(CheckId.STORE, Cause.STORE_NO_PRIVATE_KEY, facts.title()))
        .findFirst()
        .or(() ->
            lasting.stream()
                .filter(facts -> hasTwin(facts, store.get(), now))
                .map(facts ->
                    CheckResult.warning(CheckId.STORE, Cause.STORE_STALE_TWIN, facts.title()))
                .findFirst())
        .orElseGet(() -> CheckResult.ok(CheckId.STORE));
  }

  /// The same certificate may be there several times; one with its key is enough.
  private static boolean isWithoutKey(CertificateFacts own, List<StoredCertificate> store) {
    List<StoredCertificate> same =
        store.stream().filter(each -> each.certificate().equals(own.certificate())).toList();
    return !same.isEmpty() && same.stream().noneMatch(StoredCertificate::hasKey);
  }

  /// One without a key cannot be chosen at a login, and one that still lasts may be on another key
  /// of the unit.
  private static boolean hasTwin(CertificateFacts own, List<StoredCertificate> store, Instant now) {
    return store.stream()
        .filter(StoredCertificate::hasKey)
        .flatMap(each -> each.facts().stream())
        .anyMatch(facts -> !facts.notAfter().isAfter(now) && isSameUnit(facts, own));
  }

  private static boolean isSameUnit(CertificateFacts one, CertificateFacts other) {
    return (one.creditCode().isPresent() && other.creditCode().isPresent())
        ? one.creditCode().equals(other.creditCode())
        : one.subject().equals(other.subject());
  }

  static CheckResult browser(Pc pc) {
    Optional<PortalPage> page = PortalPage.of(pc.profile());
    if (!pc.profile().offers(Way.PAGE_UPLOAD) || page.isEmpty()) {
      return CheckResult.unknown(CheckId.BROWSER, "noPage");
    }
    Optional<BrowserFacts> browsers = pc.surroundings().browsers();
    if (browsers.isEmpty()) {
      return CheckResult.unknown(CheckId.BROWSER, "noBrowsers");
    }
    String host = page.get().host();
    // A page by plain http may not reach a program of this PC in a browser of today.
    if (page.get().kind().equals(Optional.of(PageFacts.Pages.PLAIN))) {
      return browsers.get().old() == BrowserFacts.Old.FORBIDDEN
          ? CheckResult.warning(CheckId.BROWSER, Cause.BROWSER_MODE, host)
          : CheckResult.good(CheckId.BROWSER, "compatible", host);
    }
    return browsers
        .get()
        .blocked(page.get().address())
        .map(blocked ->
            CheckResult.warning(
                CheckId.BROWSER,
                switch (blocked.rule().by()) {
                  case POLICY -> Cause.BROWSER_LOCAL_NETWORK;
                  case USER -> Cause.BROWSER_PAGE_BLOCKED;
                },
                blocked.browser(),
                host,
                blocked.rule().name()))
        .orElseGet(() -> CheckResult.ok(CheckId.BROWSER, host));
  }

  /// That they are there is no trouble; that one is taken away would be.
  static CheckResult assistants(Pc pc) {
    Optional<List<String>> there = pc.surroundings().assistants();
    if (there.isEmpty()) {
      return CheckResult.unknown(CheckId.ASSISTANTS, "notListed");
    }
    return there.get().isEmpty()
        ? CheckResult.ok(CheckId.ASSISTANTS)
        : CheckResult.good(CheckId.ASSISTANTS, "there", String.join(", ", there.get()));
  }
}
