package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.draft.Drafts;
import org.certassist.core.draft.KeptDraft;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.Engine;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.testing.Kinds;
import org.certassist.core.testing.MemoryArchive;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.Test;

/// Whoever was met is known, wherever the program has met him.
class KnownPeopleTest {
  private static final EncodedCertificate CERTIFICATE =
      new EncodedCertificate("any".getBytes(StandardCharsets.UTF_8));

  private static KnownSecret secret(Secrecy kind, String value) {
    return new KnownSecret(kind, value);
  }

  private static Content content(Map<String, String> row) {
    return new Content(
        "practice",
        "enrolment",
        1,
        new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY),
        YearMonth.of(2026, 12),
        List.of(new Content.Row(4, new TreeMap<>(row))),
        "名单.xlsx");
  }

  @Test
  void whoeverIsInADeclarationIsKnownByEveryColumnAndByTheKeyThatSigned() throws Exception {
    MemoryArchive archive = new MemoryArchive();
    Content content =
        content(
            Map.ofEntries(
                Map.entry("name", " 欧阳练习 "),
                Map.entry("idNumber", "110105194912310021"),
                Map.entry("originalNumber", "11010519491231002X"),
                Map.entry("phone", "13800138000"),
                Map.entry("householdAddress", "甲路1号"),
                Map.entry("residenceAddress", "乙路2号"),
                Map.entry("contactAddress", "丙路3号"),
                Map.entry("userUnitName", "用工厂"),
                Map.entry("userUnitNumber", "3201001"),
                Map.entry("fromUnitName", "原厂"),
                Map.entry("fromUnitNumber", "3201002"),
                Map.entry("toUnitName", "新厂"),
                Map.entry("toUnitNumber", "3201003"),
                Map.entry("ethnicity", "汉族"),
                Map.entry("note", "")));
    DeclarationId id = DeclarationId.random();
    archive.append(id, 0, new Step.Checked(content));
    archive.append(
        id,
        1,
        new Step.Signed(
            content,
            new byte[0],
            new byte[0],
            CERTIFICATE,
            List.of(),
            "4A5B6C7D8E",
            "epass",
            Engine.SUNPKCS11));

    assertThat(new KnownPeople().add(archive).add(archive).all())
        .containsExactlyInAnyOrder(
            secret(Secrecy.UNIT, "福州练习制造有限公司"),
            secret(Secrecy.UNIT, "91350100M000100Y43"),
            secret(Secrecy.PERSON, "欧阳练习"),
            secret(Secrecy.ID, "110105194912310021"),
            secret(Secrecy.ID, "11010519491231002X"),
            secret(Secrecy.PHONE, "13800138000"),
            secret(Secrecy.ADDRESS, "甲路1号"),
            secret(Secrecy.ADDRESS, "乙路2号"),
            secret(Secrecy.ADDRESS, "丙路3号"),
            secret(Secrecy.UNIT, "用工厂"),
            secret(Secrecy.UNIT, "3201001"),
            secret(Secrecy.UNIT, "原厂"),
            secret(Secrecy.UNIT, "3201002"),
            secret(Secrecy.UNIT, "新厂"),
            secret(Secrecy.UNIT, "3201003"),
            secret(Secrecy.KEY, "4A5B6C7D8E"));
  }

  @Test
  void whoeverIsInADraftIsKnownAsItWasTyped() throws Exception {
    Draft draft =
        new Draft(
            Kinds.ENROLMENT,
            "名单",
            Map.of(
                "name", new CellValue.Text("福州练习制造有限公司"),
                "type", new CellValue.Text("普通单位")),
            2,
            Map.of(),
            List.of(
                new DraftRow(
                    4,
                    Map.of(
                        "name", new CellValue.Text("欧阳练习"),
                        "idNumber", new CellValue.Blank(),
                        "phone", new CellValue.Numeric(new BigDecimal("13800138000"), "1.38E+10"),
                        "note", new CellValue.Text("新来的")))));

    assertThat(new KnownPeople().add(new OneDraft(draft), List.of(Kinds.ENROLMENT)).all())
        .containsExactlyInAnyOrder(
            secret(Secrecy.UNIT, "福州练习制造有限公司"),
            secret(Secrecy.PERSON, "欧阳练习"),
            secret(Secrecy.PHONE, "13800138000"));
  }

  private record OneDraft(Draft draft) implements Drafts {
    @Override
    public List<KeptDraft> kept() {
      return List.of(
          new KeptDraft(UUID.randomUUID(), "practice", draft.kind().id(), "名单", 1, Instant.EPOCH));
    }

    @Override
    public int damaged() {
      return 0;
    }

    @Override
    public Optional<Draft> find(UUID id, List<Kind> kinds) {
      return Optional.of(draft);
    }

    @Override
    public void keep(UUID id, String profile, String name, Draft draft) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(UUID id) {
      throw new UnsupportedOperationException();
    }
  }

  private static KeyFacts keys(String serial, String label, String subject, HolderFact... facts) {
    CertificateFacts certificate =
        new CertificateFacts(
            CERTIFICATE,
            subject,
            new Holder(List.of(facts)),
            "CN=练习 CA",
            "0A1B2C3D",
            Instant.EPOCH,
            Instant.MAX,
            "RSA 2048",
            CertificateUsage.SIGNING);
    TokenKey token =
        new TokenKey(
            Path.of("/usr/lib/libepass.so"),
            "epass",
            "Feitian",
            "ePass3000GM",
            serial,
            label,
            TokenPin.usual(PinState.OK),
            List.of(),
            List.of());
    SeenCertificate seen =
        new SeenCertificate(CERTIFICATE, Optional.of(certificate), CertificateStatus.GOOD);
    return new KeyFacts(
        new DriverOverview(List.of(), List.of(), List.of()),
        new KeyOverview(
            List.of(),
            List.of(new SeenKey(token, List.of(seen))),
            ClockReading.ofThisPc(Instant.EPOCH)));
  }

  @Test
  void whomAKeyBelongsToIsKnownByTheKeyAndByItsCertificates() {
    KeyFacts keys =
        keys(
            "K00123",
            "李练习的KEY",
            "CN=李练习,2.5.4.5=11010519491231002X,e=li@example.cn,L=福州,C=CN",
            new HolderFact(HolderField.ORGANIZATION, "福州练习厂", "subject O"),
            new HolderFact(HolderField.HANDLER, "王练习", "extension"),
            new HolderFact(HolderField.IDENTITY_NUMBER, "110105194912310021", "extension"),
            new HolderFact(HolderField.CA, "练习 CA", "issuer"));

    assertThat(new KnownPeople().add(keys).all())
        .containsExactlyInAnyOrder(
            secret(Secrecy.KEY, "K00123"),
            secret(Secrecy.KEY, "李练习的KEY"),
            secret(Secrecy.KEY, "0A1B2C3D"),
            secret(Secrecy.UNIT, "福州练习厂"),
            secret(Secrecy.PERSON, "王练习"),
            secret(Secrecy.ID, "110105194912310021"),
            secret(Secrecy.PERSON, "李练习"),
            secret(Secrecy.ID, "11010519491231002X"),
            secret(Secrecy.MAIL, "li@example.cn"));
  }

  @Test
  void aMakersOwnWordsAndWhatIsTooShortHideNothing() {
    assertThat(new KnownPeople().add(keys("1", "ePass3000GM", "no name at all")).all())
        .containsExactly(secret(Secrecy.KEY, "0A1B2C3D"));
  }

  /// What is more is found by its form alone; the memory of a PC has an end.
  @Test
  void noMoreAreKeptThanThereIsRoomFor() {
    List<KnownSecret> many =
        IntStream.range(0, 200_001).mapToObj(at -> secret(Secrecy.PERSON, "p" + at)).toList();

    assertThat(new KnownPeople().add(many).all()).hasSize(200_000);
  }
}
