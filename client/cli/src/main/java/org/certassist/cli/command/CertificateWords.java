package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.List;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.certificate.CertificateCheck.Checked;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.filing.Expiry;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.FaultText;
import org.certassist.texts.Texts;

/// Everything about one certificate for who is asked about it on the phone: one line for each
/// thing, the portal's answer and what to do about it last.
final class CertificateWords {
  private final Session session;
  private final Texts texts;

  CertificateWords(Session session) {
    this.session = session;
    this.texts = session.texts();
  }

  void print(
      Path file, CertificateFacts facts, Checked checked, Expiry expiry, RevocationPolicy policy) {
    CertificateStatus status = checked.report().status();
    Revocation revocation = checked.revocation().overall();
    session.say("cli.certificate.head", facts.title());
    session.say("cli.certificate.of", file.toAbsolutePath());
    Table table = new Table();
    for (HolderField field : HolderField.values()) {
      holder(field, facts, table);
    }
    row("cli.certificate.subject", facts.subject(), table);
    row("cli.certificate.issuer", facts.issuer(), table);
    row("cli.certificate.serial", facts.serialNumber(), table);
    row("cli.certificate.validity", validity(facts, expiry), table);
    row("cli.certificate.usage", texts.usage(facts.usage()), table);
    row("cli.certificate.algorithm", facts.algorithm(), table);
    row("cli.certificate.sha256", facts.certificate().sha256(), table);
    row("cli.certificate.sha1", facts.certificate().sha1(), table);
    row("cli.certificate.revocation", texts.revocation(revocation), table);
    row("cli.certificate.status", status(status), table);
    table.lines().forEach(session.output()::line);
    if (!status.isGood()) {
      FaultText advice = texts.certificateAdvice(status);
      session.output().line(advice.joined(texts.language()));
    } else if (revocation instanceof Revocation.NotChecked unknown) {
      FaultText advice = texts.revocationAdvice(unknown, policy);
      session.output().line(advice.joined(texts.language()));
    }
  }

  private void holder(HolderField field, CertificateFacts facts, Table table) {
    List<HolderFact> all = facts.holder().all(field);
    for (HolderFact fact : all) {
      String name = texts.holderField(field);
      table.row(
          "  " + (fact.equals(all.getFirst()) ? name : texts.get("cli.certificate.differs", name)),
          texts.holderFact(fact));
    }
  }

  private String validity(CertificateFacts facts, Expiry expiry) {
    return texts.get(
        "cli.certificate.validity.value",
        ShanghaiTime.of(facts.notBefore()).toLocalDate(),
        ShanghaiTime.of(facts.notAfter()).toLocalDate(),
        texts.expiry(expiry));
  }

  private String status(CertificateStatus status) {
    return status.isGood()
        ? texts.get("cli.certificate.good", texts.certificateStatus(status))
        : texts.certificateStatus(status);
  }

  private void row(String label, String value, Table table) {
    table.row("  " + texts.get(label), value);
  }
}
