package org.certassist.desktop.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.time.ClockReading;
import org.certassist.desktop.office.PaperKeys;
import org.junit.jupiter.api.Test;

class ChosenKeysTest {
  private static final Choice OURS = choice("1", "ours", "U1");
  private static final Choice OURS_TOO = choice("1", "ours too", "U1");
  private static final Choice THEIRS = choice("2", "theirs", "U2");

  private final ChosenKeys keys = new ChosenKeys();

  private static Choice choice(String serial, String name, String unit) {
    EncodedCertificate certificate = PaperKeys.certificate(name);
    SeenCertificate seen =
        new SeenCertificate(
            certificate,
            Optional.of(
                new CertificateFacts(
                    certificate,
                    "CN=" + unit,
                    new Holder(
                        List.of(
                            new HolderFact(HolderField.ORGANIZATION, unit, "subject O"),
                            new HolderFact(HolderField.CREDIT_CODE, unit, "subject OU"))),
                    "CN=CA",
                    "1",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "RSA 2048",
                    CertificateUsage.SIGNING)),
            CertificateStatus.GOOD);
    TokenKey token =
        new TokenKey(
            Path.of("driver.so"),
            "driver",
            "maker",
            "model",
            serial,
            "label",
            TokenPin.usual(PinState.OK),
            List.of(certificate),
            List.of());
    return new Choice(new SeenKey(token, List.of(seen)), seen);
  }

  @Test
  void aKeyThatIsThereAloneAtFirstIsTaken() {
    assertThat(keys.among(List.of(OURS))).contains(OURS);
  }

  @Test
  void oneOfSeveralIsNotTakenBySilence() {
    assertThat(keys.among(List.of(OURS, THEIRS))).isEmpty();
    assertThat(keys.goneFrom(List.of(OURS, THEIRS))).isEmpty();
  }

  @Test
  void anotherKeyInItsPlaceIsNotTakenBySilence() {
    assertThat(keys.among(List.of(OURS))).contains(OURS);
    assertThat(keys.among(List.of(THEIRS))).isEmpty();
    assertThat(keys.goneFrom(List.of(THEIRS))).contains(OURS);
    assertThat(keys.among(List.of(OURS_TOO))).as("same serial, other certificate").isEmpty();
  }

  @Test
  void theSameKeyCountsAgainWhenItIsBack() {
    keys.choose(THEIRS);
    assertThat(keys.among(List.of())).isEmpty();
    assertThat(keys.goneFrom(List.of())).contains(THEIRS);
    assertThat(keys.among(List.of(OURS, THEIRS))).contains(THEIRS);
    assertThat(keys.goneFrom(List.of(OURS, THEIRS))).isEmpty();
  }

  @Test
  void theKeyChosenForAUnitIsTakenUpWithThatUnitsWorkbook() {
    keys.choose(OURS_TOO);
    keys.choose(THEIRS);

    keys.takeUpFor(unit("U1"), there(OURS, OURS_TOO, THEIRS));
    assertThat(keys.among(List.of(OURS, OURS_TOO, THEIRS))).contains(OURS_TOO);

    keys.takeUpFor(unit("U2"), there(OURS, OURS_TOO));
    assertThat(keys.among(List.of(OURS, OURS_TOO))).as("not there").contains(OURS_TOO);
    keys.takeUpFor(unit("U3"), there(OURS, OURS_TOO, THEIRS));
    assertThat(keys.among(List.of(OURS, OURS_TOO, THEIRS))).as("never chosen").contains(OURS_TOO);
  }

  @Test
  void aUnitsOnlyKeyIsTakenUpAndOneOfItsSeveralIsNot() {
    keys.takeUpFor(unit("U2"), there(OURS, THEIRS));
    assertThat(keys.among(List.of(OURS, THEIRS))).contains(THEIRS);

    keys.takeUpFor(unit("U1"), there(OURS, OURS_TOO, THEIRS));
    assertThat(keys.among(List.of(OURS, OURS_TOO, THEIRS))).as("two fit").contains(THEIRS);

    keys.takeUpFor(unit("U1"), there(OURS, THEIRS));
    keys.takeUpFor(unit("U1"), there(OURS, OURS_TOO, THEIRS));
    assertThat(keys.among(List.of(OURS, OURS_TOO, THEIRS))).as("in use").contains(OURS);
  }

  private static Unit unit(String code) {
    return new Unit(code, code, UnitType.ORDINARY);
  }

  private static KeyOverview there(Choice... choices) {
    return new KeyOverview(
        List.of(),
        Stream.of(choices).map(Choice::key).toList(),
        ClockReading.ofThisPc(Instant.EPOCH));
  }

  @Test
  void keysOfOneSerialAreNamedByTheirFingerprint() {
    var words =
        org.certassist.desktop.fx.Words.in(
            org.certassist.texts.Texts.strict(org.certassist.texts.Language.EN));
    ChoiceWords named = new ChoiceWords(List.of(OURS, OURS_TOO, THEIRS), words);

    assertThat(named.lines(OURS).getLast()).contains(ChoiceWords.fingerprint(OURS));
    assertThat(named.lines(OURS)).isNotEqualTo(named.lines(OURS_TOO));
    assertThat(named.lines(THEIRS)).contains("U2", "serial 2").hasSize(3);
  }
}
