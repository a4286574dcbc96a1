package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.certassist.core.testing.PlainCertificates;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.Test;

/// A person's certificate without O is called by its CN, in which the identity number may stand.
class NumbersOfPeopleTest {
  private static final String NUMBER = "110105194912310021";
  private static final EncodedCertificate ONE =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "A", "CN=甲");
  private static final EncodedCertificate TWO =
      PlainCertificates.certificate(CertificateUsage.SIGNING, "B", "CN=乙");

  private static CertificateFacts facts(EncodedCertificate certificate) {
    return new CertificateFacts(
        certificate,
        "CN=张三 " + NUMBER,
        new Holder(
            List.of(
                new HolderFact(HolderField.ORGANIZATION, "张三 " + NUMBER, "subject CN"),
                new HolderFact(HolderField.CREDIT_CODE, "91350100M000100Y43", "subject OU"),
                new HolderFact(HolderField.IDENTITY_NUMBER, NUMBER, "subject CN"))),
        "CN=CA",
        "01",
        Instant.EPOCH,
        Instant.MAX,
        "RSA 2048",
        CertificateUsage.SIGNING);
  }

  private static SeenKey key(String serial, EncodedCertificate certificate) {
    return new SeenKey(
        Office.token(serial, certificate),
        List.of(
            new SeenCertificate(
                certificate, Optional.of(facts(certificate)), CertificateStatus.GOOD)));
  }

  @Test
  void standInNoFaultThatNamesACertificate() {
    KeyOverview overview =
        new KeyOverview(
            List.of(),
            List.of(key("K1", ONE), key("K2", TWO)),
            ClockReading.ofThisPc(Instant.EPOCH));
    Unit other = new Unit("91350100M000100X56", "福州练习制造有限公司", UnitType.ORDINARY);

    FaultException ambiguous =
        catchThrowableOfType(FaultException.class, () -> overview.choose(Optional.empty()));
    FaultException mismatch =
        catchThrowableOfType(
            FaultException.class, () -> UnitGuard.guard(other, Optional.of(facts(ONE))));

    assertThat(ambiguous.fault().details().toString()).contains("张三 ***").doesNotContain(NUMBER);
    assertThat(mismatch.fault().details().toString())
        .contains("张三 ***", "91350100M000100Y43")
        .doesNotContain(NUMBER);
  }
}
