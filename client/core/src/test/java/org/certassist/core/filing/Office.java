package org.certassist.core.filing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Stage;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.key.TypedPin;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.certassist.core.signature.Sm2Form;
import org.certassist.core.testing.Example;
import org.certassist.core.testing.Kinds;
import org.certassist.core.testing.MemoryArchive;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.testing.PlainSignatures;
import org.certassist.core.testing.ScriptedBridge;
import org.certassist.core.testing.ScriptedPortal;
import org.certassist.core.time.ShanghaiTime;

/// A clerk's office: one key, one portal, one archive and the use cases around them.
final class Office {
  static final String CREDIT_CODE = "91350100M000100Y43";
  static final Profile PROFILE =
      new Profile(
          "practice",
          "练习",
          "Practice",
          Optional.of(URI.create("https://127.0.0.1:8443")),
          Optional.empty(),
          List.of(Way.REST),
          List.of(Kinds.ENROLMENT, Kinds.TERMINATION),
          List.of(),
          3,
          FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
          List.of("养老保险", "工伤保险", "失业保险"),
          List.of("医疗保险", "生育保险"),
          List.of(ScriptedPortal.RECEIPT_CERTIFICATE, ScriptedPortal.OTHER_CERTIFICATE),
          List.of(),
          RevocationPolicy.USUAL,
          CertificateNeeds.NONE,
          Optional.of(ScriptedPortal.RECEIPT_SIGNER),
          Sm2Form.CMS,
          List.of(),
          List.of(),
          new Profile.Source("test", "2026-11-22", true));

  final MemoryArchive archive = new MemoryArchive();
  final ScriptedPortal portal = new ScriptedPortal();
  final ScriptedBridge bridge = new ScriptedBridge();
  final PlainCertificates certificates = new PlainCertificates();
  Revocations revocations = Revocations.NONE;
  final PlainSignatures signatures = new PlainSignatures();
  Instant now = Instant.parse("2026-11-22T02:00:00Z");
  Progress progress = Progress.NONE;
  SigningKey key = keyOf(CREDIT_CODE);

  static SigningKey keyOf(String creditCode) {
    EncodedCertificate certificate =
        PlainCertificates.certificate(CertificateUsage.SIGNING, creditCode, "CN=福州练习制造有限公司,O=练习");
    return new SigningKey(token("KEY-1", certificate), certificate);
  }

  static TokenKey token(String serial, EncodedCertificate... certificates) {
    return new TokenKey(
        Path.of("/usr/lib/softhsm/libsofthsm2.so"),
        "softhsm",
        "SoftHSM project",
        "SoftHSM v2",
        serial,
        "练习",
        TokenPin.usual(PinState.OK),
        List.of(certificates),
        List.of());
  }

  /// A clock that shows what [#now] is when it is read.
  ShanghaiTime time() {
    return new ShanghaiTime(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  }

  CheckedDeclaration checked(String example) {
    Draft draft = Example.draft(example);
    Verdict verdict =
        RuleBook.on(draft.kind(), PROFILE.calendar(), time().now())
            .check(draft, PROFILE.id(), "名单.xlsx");
    return switch (verdict) {
      case Verdict.Passed passed -> passed.declaration();
      case Verdict.Faulty faulty -> throw new AssertionError(faulty.findings().toString());
    };
  }

  PreparedDeclaration prepare(String example) throws FaultException {
    return new PrepareDeclaration(archive, time()).prepare(checked(example), PROFILE);
  }

  void keepForLater(PreparedDeclaration prepared) throws FaultException {
    new PrepareDeclaration(archive, time()).keepForLater(prepared);
  }

  History send(PreparedDeclaration prepared) throws FaultException, InterruptedException {
    return send(prepared, ScriptedBridge.RIGHT_PIN);
  }

  History send(PreparedDeclaration prepared, String pin)
      throws FaultException, InterruptedException {
    SendDeclaration sending =
        new SendDeclaration(signatures, certificates, revocations, archive, time());
    try (Pin typed = Pin.of(pin.toCharArray())) {
      return sending.send(prepared, new TypedPin(bridge, key, typed, false), portal, progress);
    }
  }

  History sendNew(String example) throws FaultException, InterruptedException {
    return send(prepare(example));
  }

  List<SendOutbox.Taken> sendOutbox() throws FaultException, InterruptedException {
    try (Pin pin = Pin.of(ScriptedBridge.RIGHT_PIN.toCharArray())) {
      return outbox().send(new TypedPin(bridge, key, pin, false), PROFILE, portal, progress);
    }
  }

  SendOutbox outbox() {
    return new SendOutbox(signatures, certificates, revocations, archive, time());
  }

  Stage stage(DeclarationId id) {
    return archive.find(id).map(History::stage).orElseThrow();
  }

  List<Stage> stages(DeclarationId id) {
    return archive.find(id).orElseThrow().entries().stream()
        .map(entry -> entry.step().stage())
        .toList();
  }

  Step.Signed signed(DeclarationId id) {
    return archive.find(id).orElseThrow().last(Step.Signed.class).orElseThrow();
  }
}
