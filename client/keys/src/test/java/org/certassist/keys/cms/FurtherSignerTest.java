package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultException;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Integrity;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureFault;
import org.certassist.core.signature.SignedFiles.Placement;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.SignedFiles.Shared;
import org.certassist.core.signature.SignerVerdict;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.TestCa;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One signer more in a signature file, of ours and of strangers.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FurtherSignerTest {
  private static final byte[] CONTENT = "两个人签的文件\r\n".repeat(500).getBytes(UTF_8);
  private static final Party ROOT = party("Further root");
  private static final Party ISSUING = party("Further CA");
  private static final EncodedCertificate ISSUER = certificate(ISSUING, ROOT).ca(0).make();
  private static final String RSA = "RSA 2048";
  private static final String EC = "EC secp256r1";
  private static final String SM2 = "EC sm2p256v1";

  @TempDir private Path folder;

  private final CmsFiles files = new CmsFiles();
  private Path content;
  private Path first;
  private Path both;

  @BeforeEach
  void aFile() throws IOException {
    content = Files.write(folder.resolve("content"), CONTENT);
    first = folder.resolve("first.p7s");
    both = folder.resolve("both.p7s");
  }

  /// A signer with a certificate and a key.
  private record Signer(Party party, EncodedCertificate certificate) {
    static Signer with(String name, String algorithm) {
      Party party = TestCa.party(name, algorithm);
      return new Signer(party, TestCa.certificate(party, ISSUING).make());
    }

    SoftwareSession session() {
      return new SoftwareSession(certificate, party.keys().getPrivate());
    }
  }

  private static Packing packing(Sm2Form form) {
    return new Packing(List.of(ISSUER), NOW, form);
  }

  private void sign(Signer signer, Placement placement, Sm2Form form) throws Exception {
    try (OutputStream out = Files.newOutputStream(first)) {
      var _ = files.sign(content, placement, signer.session(), packing(form), out);
    }
  }

  /// The profile says CMS; what the file is packed as counts.
  private void add(Signer signer, Path to, Path out) throws Exception {
    Shared shared = files.share(content, to, signer.certificate());
    try (OutputStream stream = Files.newOutputStream(out)) {
      var _ = shared.add(signer.session(), packing(Sm2Form.CMS), stream);
    }
  }

  private FileVerdict examine(Path signature, boolean beside) throws IOException {
    return files.examine(
        new Question(
            signature,
            beside ? Optional.of(content) : Optional.empty(),
            List.of(),
            List.of(root(ROOT)),
            NOW));
  }

  @ParameterizedTest
  @CsvSource({
    RSA + ", " + EC + ", DETACHED, CMS",
    EC + ", " + RSA + ", ATTACHED, CMS",
    RSA + ", " + SM2 + ", DETACHED, CMS",
    SM2 + ", " + RSA + ", ATTACHED, CMS",
    SM2 + ", " + SM2 + ", DETACHED, GMT_0010",
    SM2 + ", " + SM2 + ", ATTACHED, GMT_0010",
  })
  void bothHoldAndTheContentStaysWhereItIs(
      String one, String two, Placement placement, Sm2Form form) throws Exception {
    Signer early = Signer.with("early", one);
    Signer late = Signer.with("late", two);
    sign(early, placement, form);

    add(late, first, both);

    boolean inside = placement == Placement.ATTACHED;
    FileVerdict verdict = examine(both, !inside);
    assertThat(verdict.isValid()).isTrue();
    assertThat(verdict.attached()).isEqualTo(inside);
    assertThat(verdict.signers())
        .extracting(SignerVerdict::signer)
        .containsExactlyInAnyOrder(
            Optional.of(early.certificate()), Optional.of(late.certificate()));
    byte[] written = Files.readAllBytes(both);
    assertThat(ASN1Primitive.fromByteArray(written).getEncoded("DER")).isEqualTo(written);
    CMSSignedData cms = new CMSSignedData(written);
    assertThat(cms.getSignedContentTypeOID())
        .isEqualTo(form == Sm2Form.CMS ? "1.2.840.113549.1.7.1" : "1.2.156.10197.6.1.4.2.1");
    assertThat(cms.getCertificates().getMatches(null)).hasSize(3); // the CA's once
    if (inside) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      files.takeOut(both, verdict, out);
      assertThat(out.toByteArray()).isEqualTo(CONTENT);
    }
  }

  @Test
  void thePartOfTheOtherSignerIsAsItWas() throws Exception {
    sign(Signer.with("early", RSA), Placement.DETACHED, Sm2Form.CMS);
    byte[] before =
        new CMSSignedData(Files.readAllBytes(first))
            .getSignerInfos()
            .iterator()
            .next()
            .toASN1Structure()
            .getEncoded();

    add(Signer.with("late", EC), first, both);

    assertThat(new CMSSignedData(Files.readAllBytes(both)).getSignerInfos())
        .anySatisfy(each -> assertThat(each.toASN1Structure().getEncoded()).isEqualTo(before));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStrangersSignatureOverTheContentItselfInBerIsSignedBeside(boolean direct) throws Exception {
    Signer stranger = Signer.with("stranger", RSA);
    Files.write(first, foreign(stranger, direct));

    add(Signer.with("late", EC), first, both);

    assertThat(examine(both, false).isValid()).isTrue();
    assertThat(examine(both, false).signers()).hasSize(2);
  }

  /// Attached and in BER, with or without signed attributes.
  private static byte[] foreign(Signer signer, boolean direct) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
            .setDirectSignature(direct)
            .build(
                new JcaContentSignerBuilder("SHA256withRSA")
                    .setProvider(BC)
                    .build(signer.party().keys().getPrivate()),
                new X509CertificateHolder(signer.certificate().der())));
    generator.addCertificates(
        new CollectionStore<>(
            List.of(
                new X509CertificateHolder(signer.certificate().der()),
                new X509CertificateHolder(ISSUER.der()))));
    return generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded("BER");
  }

  private SignatureFault refused(Signer signer) {
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class, () -> files.share(content, first, signer.certificate()));
    return (SignatureFault) thrown.fault();
  }

  @ParameterizedTest
  @EnumSource(Placement.class)
  void nobodySignsBesideASignatureOverSomethingElse(Placement placement) throws Exception {
    sign(Signer.with("early", EC), placement, Sm2Form.CMS);
    Files.writeString(content, "something else");

    assertThat(refused(Signer.with("late", RSA)))
        .isEqualTo(new SignatureFault.NotIntact("first.p7s", Integrity.BROKEN, "contentMismatch"));
  }

  @Test
  void norBesideOneThatIsForgedOrThatNobodyCanRead() throws Exception {
    sign(Signer.with("early", EC), Placement.DETACHED, Sm2Form.CMS);
    byte[] forged = Files.readAllBytes(first);
    forged[forged.length - 1] ^= 1;
    Files.write(first, forged);
    assertThat(refused(Signer.with("late", RSA)))
        .isEqualTo(
            new SignatureFault.NotIntact("first.p7s", Integrity.BROKEN, "signatureMismatch"));

    Files.writeString(first, "no signature");
    assertThat(refused(Signer.with("late", RSA)))
        .isEqualTo(
            new SignatureFault.NotIntact(
                "first.p7s", Integrity.CANNOT_TELL, "signatureUnreadable"));
  }

  @Test
  void nobodySignsTwice() throws Exception {
    Signer early = Signer.with("early", EC);
    sign(early, Placement.DETACHED, Sm2Form.CMS);
    assertThat(refused(early)).isEqualTo(new SignatureFault.SignedAlready("first.p7s"));
  }

  @Test
  void onlySm2KeysSignInGmt0010() throws Exception {
    sign(Signer.with("early", SM2), Placement.DETACHED, Sm2Form.GMT_0010);
    assertThat(refused(Signer.with("late", RSA)))
        .isEqualTo(new SignatureFault.ForSm2Alone("first.p7s"));
  }

  @Test
  void thereIsAnEndToSigners() throws Exception {
    sign(Signer.with("signer0", EC), Placement.DETACHED, Sm2Form.CMS);
    for (int i = 1; i < SignedParts.MOST_SIGNERS; i++) {
      add(Signer.with("signer" + i, EC), first, both);
      Files.copy(both, first, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(examine(first, true).signers()).hasSize(SignedParts.MOST_SIGNERS);
    assertThat(examine(first, true).isValid()).isTrue();
    assertThat(refused(Signer.with("late", EC)))
        .isEqualTo(new SignatureFault.Full("first.p7s", SignedParts.MOST_SIGNERS));
  }

  /// Between the look and the PIN somebody saves the file.
  @ParameterizedTest
  @EnumSource(Placement.class)
  void aFileThatChangesMeanwhileIsNotSigned(Placement placement) throws Exception {
    sign(Signer.with("early", EC), placement, Sm2Form.CMS);
    Signer late = Signer.with("late", RSA);
    Shared shared = files.share(content, first, late.certificate());
    byte[] changed = CONTENT.clone();
    changed[0] ^= 1;
    Files.write(content, changed);
    SoftwareSession session = late.session();

    assertThatThrownBy(
            () -> shared.add(session, packing(Sm2Form.CMS), OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("contentMismatch");
    assertThat(session.given).isEmpty();
  }
}
