package org.certassist.practice.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class PracticeCaTest {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @TempDir Path practice;

  private PracticeCa open(Instant at) throws Exception {
    return PracticeCa.open(practice, InstantSource.fixed(at));
  }

  @Test
  void everythingIsMadeOnceAndFoundAgain() throws Exception {
    PracticeCa first = open(NOW);
    PracticeCa again = open(NOW.plus(Duration.ofDays(30)));

    assertThat(again.root()).isEqualTo(first.root());
    assertThat(again.issuingCa()).isEqualTo(first.issuingCa());
    assertThat(again.server().certificate()).isEqualTo(first.server().certificate());
    assertThat(again.receipts().certificate()).isEqualTo(first.receipts().certificate());
    assertThat(again.sm2().root()).isEqualTo(first.sm2().root());
    assertThat(again.sm2().issuingCa()).isEqualTo(first.sm2().issuingCa());
  }

  @ParameterizedTest
  @EnumSource(CertificateVariant.class)
  void anSm2KeyIsCertifiedByAnSm2CaInEveryVariant(CertificateVariant variant) throws Exception {
    PracticeCa ca = open(NOW);
    X509CertificateHolder made =
        ca.issue(CaKeys.SM2.make().getPublic(), PracticeUnit.PRACTICE, variant);

    assertThat(made.getSignatureAlgorithm().getAlgorithm())
        .isEqualTo(GMObjectIdentifiers.sm2sign_with_sm3);
    assertThat(CredentialFile.issued(made, ca.issuer(made, variant))).isTrue();
    assertThat(ca.issuer(made, variant).equals(ca.sm2().issuingCa()))
        .isEqualTo(variant != CertificateVariant.FOREIGN);
    assertThat(ca.stillServes(made, variant)).isTrue();
    assertThat(ca.sm2().issuingCrl().getRevokedCertificates().size())
        .isEqualTo(variant == CertificateVariant.REVOKED ? 1 : 0);
    assertThat(ca.issuingCrl().getRevokedCertificates().isEmpty()).isTrue();
  }

  @Test
  void aYearLaterTheServerIsRenewedAndTheRootIsTheSame() throws Exception {
    PracticeCa first = open(NOW);
    PracticeCa later = open(NOW.plus(Duration.ofDays(390)));

    assertThat(later.root()).isEqualTo(first.root());
    assertThat(later.server().certificate()).isNotEqualTo(first.server().certificate());
    assertThat(later.server().certificate().getNotAfter().toInstant())
        .isAfter(NOW.plus(Duration.ofDays(700)));
  }

  @Test
  void aDamagedFileIsMadeAnewAndWhatHungsOnItToo() throws Exception {
    PracticeCa first = open(NOW);
    Files.writeString(practice.resolve("portal/issuing-ca-key.pem"), "damaged");
    PracticeCa repaired = open(NOW);

    assertThat(repaired.root()).isEqualTo(first.root());
    assertThat(repaired.issuingCa()).isNotEqualTo(first.issuingCa());
    assertThat(CredentialFile.issued(repaired.server().certificate(), repaired.issuingCa()))
        .isTrue();
  }

  @Test
  void onlyTheOwnerReadsWhatIsMade() throws Exception {
    open(NOW);
    try (Stream<Path> files = Files.walk(practice)) {
      assertThat(files.filter(path -> !path.equals(practice)))
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void aUnitsCertificateSaysWhoItIs() throws Exception {
    PracticeCa ca = open(NOW);
    X509CertificateHolder made =
        ca.issue(CaKeys.P256.make().getPublic(), PracticeUnit.PRACTICE, CertificateVariant.GOOD);

    assertThat(made.getSubject().getRDNs(BCStyle.O)[0].getFirst().getValue())
        .hasToString(PracticeUnit.PRACTICE.name());
    assertThat(made.getExtension(CertificateMint.CREDIT_CODE).getParsedValue())
        .hasToString(PracticeUnit.PRACTICE.creditCode());
    assertThat(made.getExtension(CertificateMint.SOCIAL_INSURANCE_NUMBER).getParsedValue())
        .hasToString(PracticeUnit.PRACTICE.socialInsuranceNumber());
    assertThat(KeyUsage.fromExtensions(made.getExtensions()).hasUsages(KeyUsage.digitalSignature))
        .isTrue();
    assertThat(CredentialFile.issued(made, ca.issuingCa())).isTrue();
    assertThat(ca.stillServes(made, CertificateVariant.GOOD)).isTrue();
  }

  @Test
  void aVariantStopsServingBeforeItNoLongerShowsWhatItIsFor() throws Exception {
    PracticeCa ca = open(NOW);
    PracticeCa later = open(NOW.plus(Duration.ofDays(3 * 365 - 20)));
    for (CertificateVariant variant : CertificateVariant.values()) {
      X509CertificateHolder made =
          ca.issue(CaKeys.P256.make().getPublic(), PracticeUnit.PRACTICE, variant);
      assertThat(ca.stillServes(made, variant)).as(variant.word()).isTrue();
      assertThat(later.stillServes(made, variant))
          .as(variant.word())
          .isEqualTo(variant == CertificateVariant.EXPIRED);
    }
  }

  @Test
  void anotherProcessNoticesARevocation() throws Exception {
    PracticeCa ca = open(NOW);
    PracticeCa other = open(NOW);
    assertThat(other.issuingCrl().getRevokedCertificates().size()).isZero();
    X509CertificateHolder revoked =
        ca.issue(CaKeys.P256.make().getPublic(), PracticeUnit.PRACTICE, CertificateVariant.REVOKED);

    assertThat(other.issuingCrl().getRevokedCertificate(revoked.getSerialNumber())).isNotNull();
  }
}
