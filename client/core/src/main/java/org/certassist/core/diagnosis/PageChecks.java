package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.diagnosis.PageFacts.Entry;
import org.certassist.core.diagnosis.PageFacts.View;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.filing.UnitName;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.profile.Way;

/// What the portal's page will see, held against what the drivers show.
final class PageChecks {
  /// As a decoder writes what it cannot read: an assistant that answers in another encoding.
  private static final String UNREADABLE = "\uFFFD";

  /// A shorter number may stand in a longer one by accident.
  private static final int LEAST_NUMBER = 6;

  private PageChecks() {}

  /// Pages by http and by https ask different ports; only what the portal's own asks counts. Where
  /// the drivers show no key the page's view would only repeat it. In practice no page is used.
  static CheckResult page(Pc pc) throws InterruptedException {
    if (pc.profile().isPractice()) {
      return CheckResult.unknown(CheckId.PAGE, "practice");
    }
    PageFacts page = pc.page();
    Optional<PageFacts.Pages> kind = PortalPage.of(pc.profile()).flatMap(PortalPage::kind);
    Optional<View> stranger = page.stranger(kind);
    if (stranger.isPresent()) {
      return trouble(pc, Cause.PORT_TAKEN, stranger.get());
    }
    Optional<View> silent = page.silent(kind);
    if (silent.isPresent()) {
      return trouble(pc, Cause.PAGE_NO_ANSWER, silent.get());
    }
    Optional<List<Entry>> entries = page.entries(kind);
    return entries.isEmpty()
        ? CheckResult.unknown(CheckId.PAGE, "nobody")
        : compared(pc, entries.get());
  }

  private static CheckResult compared(Pc pc, List<Entry> entries) throws InterruptedException {
    String count = String.valueOf(entries.size());
    List<SeenKey> keys = pc.keys().keys().keys().stream().filter(PageChecks::isComparable).toList();
    if (keys.isEmpty()) {
      return CheckResult.ok(CheckId.PAGE, count);
    }
    if (entries.isEmpty()) {
      return trouble(pc, Cause.PAGE_NO_KEY);
    }
    boolean same =
        entries.stream().anyMatch(entry -> keys.stream().anyMatch(key -> is(entry, key)));
    return same ? CheckResult.ok(CheckId.PAGE, count) : trouble(pc, Cause.PAGE_OTHER_KEY, count);
  }

  /// Assistants read no key files, and list certificates, not keys.
  private static boolean isComparable(SeenKey key) {
    return !KeyInFile.holds(key.token()) && facts(key).findAny().isPresent();
  }

  private static Stream<CertificateFacts> facts(SeenKey key) {
    return key.certificates().stream().map(SeenCertificate::facts).flatMap(Optional::stream);
  }

  /// Makers differ in what they call a certificate, so that any likeness is enough: a false alarm
  /// would send the clerk after a key that is not there.
  private static boolean is(Entry entry, SeenKey key) {
    return entry.name().isBlank()
        || entry.name().contains(UNREADABLE)
        || names(entry.certId(), key.token().serial())
        || facts(key).anyMatch(facts -> is(entry, facts));
  }

  private static boolean is(Entry entry, CertificateFacts facts) {
    String name = plain(entry.name());
    return names(entry.certId(), facts.serialNumber())
        || plain(facts.subject()).contains(name)
        || facts.organization().map(PageChecks::plain).filter(name::contains).isPresent();
  }

  /// Subjects escape what their syntax needs.
  private static String plain(String name) {
    return UnitName.of(name.replace("\\", "")).plain();
  }

  private static boolean names(String certId, String number) {
    return number.length() >= LEAST_NUMBER
        && certId.toUpperCase(Locale.ROOT).contains(number.toUpperCase(Locale.ROOT));
  }

  private static CheckResult trouble(Pc pc, Cause cause, View view) {
    return trouble(pc, cause, String.valueOf(view.port()), view.program().orElse(""));
  }

  /// Where nothing is filed through the page, only its login is in the way.
  private static CheckResult trouble(Pc pc, Cause cause, String... evidence) {
    return pc.profile().offers(Way.PAGE_UPLOAD)
        ? CheckResult.failed(CheckId.PAGE, cause, evidence)
        : CheckResult.warning(CheckId.PAGE, cause, evidence);
  }
}
