package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignedFiles.Placement;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.TestCa;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our signatures before the European Commission's validator, with its own policy for electronic
/// signatures, the test CA as the only trust and the test CA's lists as the only word on
/// revocation.
@Timeout(600)
class EuDssTest {
  private static final byte[] CONTENT =
      "{\"kind\":\"enrolment\",\"unit\":\"苏州测试有限公司\"}\r\n\n".getBytes(UTF_8);
  private static final Party ROOT = party("DSS root", "RSA 2048");
  private static final Party ISSUING = party("DSS CA");
  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUER = listed(certificate(ISSUING, ROOT).ca(0)).make();
  private static final Packing PACKING =
      new Packing(List.of(ISSUER, ROOT_CERTIFICATE), NOW, Sm2Form.CMS);

  @TempDir private Path folder;

  /// This validator makes itself known to the whole JVM; tests of plain Java come after it.
  @AfterAll
  static void leaveJavaAsItWas() {
    Security.removeProvider(BC.getName());
  }

  /// It asks for a list only where the certificate names one; nothing is fetched from there.
  private static TestCa.Draft listed(TestCa.Draft certificate) {
    GeneralName place =
        new GeneralName(GeneralName.uniformResourceIdentifier, "http://list.invalid/ca.crl");
    DistributionPointName name = new DistributionPointName(new GeneralNames(place));
    return certificate.extension(
        Extension.cRLDistributionPoints.getId(),
        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)}));
  }

  private static SoftwareSession session(String algorithm) {
    Party unit = party("unit", algorithm);
    return new SoftwareSession(listed(certificate(unit, ISSUING)).make(), unit.keys().getPrivate());
  }

  private byte[] signed(String algorithm, Placement placement) throws Exception {
    Path content = Files.write(folder.resolve("content"), CONTENT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var _ = new CmsFiles().sign(content, placement, session(algorithm), PACKING, out);
    return out.toByteArray();
  }

  private static DSSDocument list(Party issuer, String algorithm, Optional<BigInteger> revoked)
      throws Exception {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(issuer.name(), Date.from(NOW.minus(Duration.ofHours(1))));
    builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(7))));
    builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
    revoked.ifPresent(serial ->
        builder.addCRLEntry(
            serial, Date.from(NOW.minus(Duration.ofDays(3))), CRLReason.keyCompromise));
    return new InMemoryDocument(
        builder
            .build(
                new JcaContentSignerBuilder(algorithm)
                    .setProvider(BC)
                    .build(issuer.keys().getPrivate()))
            .getEncoded());
  }

  private static DSSDocument[] lists(Optional<BigInteger> revoked) throws Exception {
    return new DSSDocument[] {
      list(ROOT, "SHA256withRSA", Optional.empty()), list(ISSUING, "SHA256withECDSA", revoked)
    };
  }

  /// The report on the one signature in it.
  private static SimpleReport report(byte[] cms, Optional<byte[]> content, DSSDocument... lists) {
    CommonTrustedCertificateSource trust = new CommonTrustedCertificateSource();
    trust.addCertificate(token(ROOT_CERTIFICATE));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trust);
    verifier.setCrlSource(new ExternalResourcesCRLSource(lists));

    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(cms));
    content.ifPresent(
        bytes -> validator.setDetachedContents(List.of(new InMemoryDocument(bytes, "content"))));
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(Date.from(NOW.plus(Duration.ofMinutes(1))));
    return validator.validateDocument().getSimpleReport();
  }

  private static CertificateToken token(EncodedCertificate certificate) {
    return DSSUtils.loadCertificate(certificate.der());
  }

  private static Indication indication(SimpleReport report) {
    return report.getIndication(report.getFirstSignatureId());
  }

  @ParameterizedTest
  @CsvSource({
    "RSA 2048, DETACHED", "RSA 2048, ATTACHED",
    "RSA 3072, DETACHED", "EC secp256r1, DETACHED",
    "EC secp256r1, ATTACHED", "EC secp384r1, DETACHED"
  })
  void whatIsSignedHereTotallyPasses(String algorithm, Placement placement) throws Exception {
    byte[] cms = signed(algorithm, placement);
    Optional<byte[]> content =
        placement == Placement.DETACHED ? Optional.of(CONTENT) : Optional.empty();

    SimpleReport report = report(cms, content, lists(Optional.empty()));

    assertThat(report.getSignaturesCount()).isEqualTo(1);
    assertThat(report.getSignatureFormat(report.getFirstSignatureId()))
        .isEqualTo(SignatureLevel.CAdES_BASELINE_B);
    assertThat(indication(report)).isEqualTo(Indication.TOTAL_PASSED);
  }

  @Test
  void ofARevokedUnitOrWithoutAListItDoesNotPass() throws Exception {
    byte[] cms = signed("EC secp256r1", Placement.ATTACHED);
    BigInteger unit =
        new CMSSignedData(cms).getSignerInfos().iterator().next().getSID().getSerialNumber();

    SimpleReport revoked = report(cms, Optional.empty(), lists(Optional.of(unit)));
    assertThat(indication(revoked)).isNotEqualTo(Indication.TOTAL_PASSED);
    assertThat(revoked.getSubIndication(revoked.getFirstSignatureId()))
        .isEqualTo(SubIndication.REVOKED_NO_POE);

    SimpleReport unknown = report(cms, Optional.empty());
    assertThat(indication(unknown)).isEqualTo(Indication.INDETERMINATE);
  }

  /// Only bytes that a signature covers: this validator does not look at version numbers.
  @ParameterizedTest
  @ValueSource(strings = {"RSA 2048", "EC secp256r1"})
  void withOneFlippedByteItDoesNotPass(String algorithm) throws Exception {
    byte[] cms = signed(algorithm, Placement.DETACHED);
    DSSDocument[] lists = lists(Optional.empty());
    SignerInformation signer = new CMSSignedData(cms).getSignerInfos().iterator().next();
    byte[] attributes = signer.getEncodedSignedAttributes();
    int start = indexOf(cms, Arrays.copyOfRange(attributes, 1, attributes.length));
    Random random = new Random(20261128);
    List<String> passed = new ArrayList<>();
    for (int round = 0; round < 30; round++) {
      byte[] content = CONTENT.clone();
      byte[] changed = cms.clone();
      boolean inContent = round % 3 == 0;
      byte[] target = inContent ? content : changed;
      int place =
          inContent ? random.nextInt(content.length) : start + random.nextInt(cms.length - start);
      target[place] ^= (byte) (1 + random.nextInt(255));
      if (passes(changed, content, lists)) {
        passed.add((inContent ? "content " : "cms ") + place);
      }
    }
    assertThat(passed).isEmpty();
  }

  private static boolean passes(byte[] cms, byte[] content, DSSDocument... lists) {
    try {
      SimpleReport report = report(cms, Optional.of(content), lists);
      return report.getSignaturesCount() > 0 && indication(report) == Indication.TOTAL_PASSED;
    } catch (RuntimeException unreadable) { // of any kind: its own, Bouncy Castle's, Java's
      return false;
    }
  }

  private static int indexOf(byte[] in, byte[] part) {
    for (int i = 0; i <= in.length - part.length; i++) {
      if (Arrays.equals(in, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in it");
  }
}
