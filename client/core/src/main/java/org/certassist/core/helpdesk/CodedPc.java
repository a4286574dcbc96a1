package org.certassist.core.helpdesk;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.key.PinState;
import org.certassist.core.time.ShanghaiTime;

/// What a phone code says of a PC that was looked at: of several keys the first one.
public final class CodedPc {
  private CodedPc() {}

  /// @param keys empty where nobody knows what is plugged in
  public static PhoneCode of(
      Optional<ProgramVersion> version,
      SystemFacts system,
      Optional<KeyFacts> keys,
      Report report) {
    Optional<SeenCertificate> certificate =
        keys.flatMap(facts -> facts.keys().choices().stream().findFirst()).map(Choice::certificate);
    return new PhoneCode(
        version,
        system.kind(),
        report
            .first()
            .flatMap(CheckResult::cause)
            .map(Cause::number)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        keys.map(CodedPc::driver).orElseGet(CodedDriver.None::new),
        keys.flatMap(facts -> facts.keys().keys().stream().findFirst())
            .map(key -> key.token().pin().state())
            .orElse(PinState.UNKNOWN),
        certificate.map(SeenCertificate::status).map(CertificateStatus::code),
        keys.flatMap(
            facts -> certificate.flatMap(SeenCertificate::facts).map(end -> daysLeft(end, facts))));
  }

  private static CodedDriver driver(KeyFacts facts) {
    List<PluggedKey> plugged = facts.drivers().plugged();
    Optional<CodedDriver> known =
        plugged.stream().flatMap(key -> key.product().stream()).findFirst().map(CodedDriver::of);
    boolean some = !plugged.isEmpty() || !facts.keys().keys().isEmpty();
    return known.orElseGet(() -> some ? new CodedDriver.Other() : new CodedDriver.None());
  }

  private static DaysLeft daysLeft(CertificateFacts certificate, KeyFacts keys) {
    return DaysLeft.of(
        ChronoUnit.DAYS.between(
            keys.keys().clock().shanghai().toLocalDate(),
            ShanghaiTime.of(certificate.notAfter()).toLocalDate()));
  }
}
