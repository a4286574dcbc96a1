package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.TokenKey;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.testing.ScriptedBridge;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOverviewTest {
  private static final EncodedCertificate SIGNING_A =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲");
  private static final EncodedCertificate SIGNING_B =
      PlainCertificates.certificate(CertificateUsage.BOTH, "B", "CN=乙");
  private static final EncodedCertificate ENCRYPTION =
      PlainCertificates.certificate(CertificateUsage.ENCRYPTION, "A", "CN=甲");
  private static final EncodedCertificate UNREADABLE = new EncodedCertificate(new byte[] {1});

  @Test
  void theOnlyKeyIsChosenWithoutBeingNamed() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A, ENCRYPTION, UNREADABLE));

    KeyOverview.Choice choice = overview.choose(Optional.empty());

    assertThat(choice.signingKey().certificate()).isEqualTo(SIGNING_A);
    assertThat(choice.signingKey().token().serial()).isEqualTo("K1");
  }

  @Test
  void aKeyIsNamedByItsSerialOrItsCertificate() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A), Office.token("K2", SIGNING_B));

    for (String wanted :
        List.of("K2", SIGNING_B.sha256(), SIGNING_B.sha256().toUpperCase(java.util.Locale.ROOT))) {
      assertThat(overview.choose(Optional.of(wanted)).certificate().certificate())
          .isEqualTo(SIGNING_B);
    }
  }

  @Test
  void oneOfSeveralIsNeverChosenBySilence() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A), Office.token("K2", SIGNING_B));

    Fault fault = refusal(overview, Optional.empty());

    assertThat(fault.id()).isEqualTo("usage.ambiguousKey");
    assertThat(fault.details().getFirst())
        .contains("K1", SIGNING_A.sha256(), "K2", SIGNING_B.sha256(), "福州练习制造有限公司");
  }

  @Test
  void ofSeveralTheOnlyOneOfTheDeclaringUnitIsChosen() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A), Office.token("K2", SIGNING_B));

    assertThat(overview.choose(Optional.empty(), List.of(unit("B"))).certificate().certificate())
        .isEqualTo(SIGNING_B);
    assertThat(overview.choose(Optional.of("K1"), List.of(unit("B"))).certificate().certificate())
        .as("one that is named counts, and is refused later")
        .isEqualTo(SIGNING_A);
    for (List<Unit> units :
        List.of(List.<Unit>of(), List.of(unit("C")), List.of(unit("A"), unit("B")))) {
      assertThat(
              catchThrowableOfType(
                      FaultException.class, () -> overview.choose(Optional.empty(), units))
                  .fault()
                  .id())
          .isEqualTo("usage.ambiguousKey");
    }
  }

  private static Unit unit(String code) {
    return new Unit(code, "福州练习制造有限公司", UnitType.ORDINARY);
  }

  @Test
  void twoCertificatesOnOneKeyAreToldApartByTheirDigest() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A, SIGNING_B));

    assertThat(refusal(overview, Optional.of("K1")).id()).isEqualTo("usage.ambiguousKey");
    assertThat(overview.choose(Optional.of(SIGNING_A.sha256())).certificate().certificate())
        .isEqualTo(SIGNING_A);
  }

  @Test
  void twoKeysOfOneSerialAreAmbiguous() throws Exception {
    KeyOverview overview = seen(Office.token("123", SIGNING_A), Office.token("123", SIGNING_B));

    assertThat(refusal(overview, Optional.of("123")).id()).isEqualTo("usage.ambiguousKey");
  }

  @Test
  void withoutAnyKeyThereIsNone() throws Exception {
    assertThat(refusal(seen(), Optional.empty()).id()).isEqualTo("key.none");
    assertThat(refusal(seen(), Optional.of("K1")).id()).isEqualTo("key.none");
  }

  @Test
  void aKeyThatIsNotThereIsAbsent() throws Exception {
    Fault fault = refusal(seen(Office.token("K1", SIGNING_A)), Optional.of("K9"));

    assertThat(fault.id()).isEqualTo("key.absent");
    assertThat(fault.details()).containsExactly("K9");
  }

  @Test
  void aKeyThatCannotSignIsNamedItself() throws Exception {
    KeyOverview overview = seen(Office.token("K1", SIGNING_A), Office.token("K2", ENCRYPTION));

    for (String wanted : List.of("K2", ENCRYPTION.sha256())) {
      Fault fault = refusal(overview, Optional.of(wanted));
      assertThat(fault.id()).isEqualTo("key.noSigningCertificate");
      assertThat(fault.details()).containsExactly("K2");
    }
    Fault alone = refusal(seen(Office.token("K3")), Optional.empty());
    assertThat(alone.id()).isEqualTo("key.noSigningCertificate");
    assertThat(alone.details()).containsExactly("K3");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_TOKEN, key.none",
    "NOT_INSTALLED, key.none",
    "BUSY, key.busy",
    "HUNG, driver.unusable",
    "CRASHED, driver.unusable",
    "QUARANTINED, driver.unusable",
    "SUSPICIOUS, driver.unusable",
    "DRIVER_GONE, driver.unusable"
  })
  void aDriverThatDidNotAnswerIsNotCalledNoKey(DriverState state, String id) {
    KeyOverview overview =
        new KeyOverview(
            List.of(
                new DriverReport("a", "飞天", Optional.empty(), DriverState.NO_TOKEN, ""),
                new DriverReport("b", "海泰", Optional.empty(), state, "C_Initialize 8000 ms")),
            List.of(),
            ClockReading.ofThisPc(new Office().now));

    Fault fault = refusal(overview, Optional.empty());

    assertThat(fault.id()).isEqualTo(id);
    assertThat(refusal(overview, Optional.of("K1"))).isEqualTo(fault);
    if (id.equals("driver.unusable")) {
      assertThat(fault.details()).containsExactly("海泰", state.word(), "C_Initialize 8000 ms");
    }
  }

  private static Fault refusal(KeyOverview overview, Optional<String> wanted) {
    return catchThrowableOfType(FaultException.class, () -> overview.choose(wanted)).fault();
  }

  private static KeyOverview seen(TokenKey... tokens) throws InterruptedException {
    ScriptedBridge bridge = new ScriptedBridge();
    bridge.shows(new Inventory(List.of(), Arrays.asList(tokens)));
    return new KeyRing(bridge, new PlainCertificates(), new Office().time()).look(Office.PROFILE);
  }
}
