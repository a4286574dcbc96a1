package org.certassist.desktop.key;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.ExpiryNotice;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.Mask;

/// How a certificate and its status are shown.
public record CertificateWords(SeenCertificate certificate, FilingOutlook outlook, Words words) {
  /// Reasons that a renewed or upgraded certificate does away with.
  private static final Set<String> RENEWED = Set.of("expired", "weakKey", "weakSignature");

  /// Whose certificate it is: the unit, else the whole subject, with nobody's number in it.
  public static String holder(Choice choice) {
    return choice
        .certificate()
        .facts()
        .map(facts -> Mask.of(facts).title())
        .orElseGet(() -> choice.key().token().label());
  }

  /// The facts by name, those that are known.
  public Map<String, String> facts() {
    Map<String, String> lines = new LinkedHashMap<>();
    certificate.facts().ifPresent(facts -> fill(lines, facts));
    return lines;
  }

  private void fill(Map<String, String> lines, CertificateFacts facts) {
    facts.creditCode().ifPresent(code -> lines.put(words.get("key.creditCode"), code));
    facts
        .socialInsuranceNumber()
        .ifPresent(number -> lines.put(words.get("key.socialInsuranceNumber"), number));
    lines.put(words.get("key.validUntil"), until(facts));
    lines.put(words.get("key.issuer"), commonName(facts.issuer()));
    lines.put(words.get("key.usage"), words.shared().usage(facts.usage()));
    lines.put(words.get("key.algorithm"), facts.algorithm());
  }

  private String until(CertificateFacts facts) {
    long days = daysLeft(facts);
    return days < 0
        ? words.date(facts.notAfter())
        : words.get("key.daysLeft", words.date(facts.notAfter()), days);
  }

  private long daysLeft(CertificateFacts facts) {
    return ChronoUnit.DAYS.between(
        outlook.now().toLocalDate(), LocalDate.ofInstant(facts.notAfter(), ShanghaiTime.ZONE));
  }

  /// The common name in a whole one; the whole one where there is none.
  public static String commonName(String name) {
    try {
      for (Rdn part : new LdapName(name).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          return String.valueOf(part.getValue());
        }
      }
    } catch (InvalidNameException unusual) {
      return name;
    }
    return name;
  }

  public Tone tone() {
    return tone(certificate.status());
  }

  private static Tone tone(CertificateStatus status) {
    if (status.isGood()) {
      return Tone.GOOD;
    }
    return status.isUsable() ? Tone.WARNING : Tone.BAD;
  }

  public Label badge() {
    return Make.paragraph(
        words.shared().certificateStatus(certificate.status()), "badge", tone().styleClass());
  }

  /// What to do about it; nothing where it is good and lasts.
  public Optional<Notice> advice() {
    CertificateStatus status = certificate.status();
    if (!status.isGood()) {
      return Optional.of(Notice.of(tone(), words.shared().certificateAdvice(status), words));
    }
    return certificate
        .facts()
        .map(facts -> Expiry.of(facts.notAfter(), outlook))
        .filter(expiry -> expiry.notice() != ExpiryNotice.NONE)
        .map(expiry ->
            Notice.of(Tone.WARNING, words.shared().expiry(expiry), words.get("key.endsSoonNext")));
  }

  /// Whether what is to be done about it is a renewal or an upgrade.
  boolean isToBeRenewed() {
    return certificate.status().isGood() || RENEWED.contains(certificate.status().reason());
  }
}
