package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignedFiles.Placement;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.SignerVerdict;
import org.certassist.core.signature.Sm2Form;
import org.certassist.core.signature.TimeStamp;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CmsFilesTest {
  private static final byte[] CONTENT = "一份要签名的文件\r\n".repeat(500).getBytes(UTF_8);
  private static final Party ROOT = party("Files root");
  private static final Party ISSUING = party("Files CA");
  private static final List<EncodedCertificate> TRUST = List.of(root(ROOT));
  private static final EncodedCertificate ISSUER = certificate(ISSUING, ROOT).ca(0).make();

  @TempDir private Path folder;

  private final CmsFiles files = new CmsFiles();
  private Path content;
  private Path signature;

  @BeforeEach
  void aFile() throws IOException {
    content = Files.write(folder.resolve("content"), CONTENT);
    signature = folder.resolve("content.p7s");
  }

  private static EncodedCertificate unit(String algorithm) {
    return certificate(party("unit", algorithm), ISSUING).make();
  }

  private void sign(String algorithm, Placement placement, Sm2Form form) throws Exception {
    SoftwareSession session =
        new SoftwareSession(unit(algorithm), party("unit", algorithm).keys().getPrivate());
    try (OutputStream out = Files.newOutputStream(signature)) {
      var _ = files.sign(content, placement, session, new Packing(List.of(ISSUER), NOW, form), out);
    }
  }

  private FileVerdict examine(Optional<Path> over) throws IOException {
    return files.examine(new Question(signature, over, List.of(), TRUST, NOW));
  }

  private String verdict(Optional<Path> over) throws IOException {
    return words(examine(over));
  }

  private static String words(FileVerdict verdict) {
    return verdict.integrity().word()
        + " "
        + verdict.status().code().number()
        + " "
        + verdict.status().reason();
  }

  @ParameterizedTest
  @CsvSource({"RSA 2048, CMS", "EC secp256r1, CMS", "EC sm2p256v1, CMS", "EC sm2p256v1, GMT_0010"})
  void whatIsSignedHereIsIntactDetachedAndAttached(String algorithm, Sm2Form form)
      throws Exception {
    sign(algorithm, Placement.DETACHED, form);
    assertThat(verdict(Optional.of(content))).isEqualTo("intact 0 ok");
    assertThat(verdict(Optional.empty())).isEqualTo("cannot-tell 800 noContent");
    assertThat(new CmsSignatures().verify(CONTENT, bytes(), TRUST, NOW).isValid()).isTrue();

    sign(algorithm, Placement.ATTACHED, form);
    FileVerdict attached = examine(Optional.empty());
    assertThat(words(attached)).isEqualTo("intact 0 ok");
    assertThat(attached.isValid()).isTrue();
    assertThat(attached.attached()).isTrue();
    assertThat(attached.signers())
        .extracting(SignerVerdict::signingTime)
        .containsOnly(Optional.of(NOW));
    assertThat(verdict(Optional.of(content))).isEqualTo("intact 0 ok");
    assertThat(new CmsSignatures().verify(CONTENT, bytes(), TRUST, NOW).isValid()).isTrue();
    assertThat(ASN1Primitive.fromByteArray(bytes()).getEncoded("DER")).isEqualTo(bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.takeOut(signature, examine(Optional.empty()), out);
    assertThat(out.toByteArray()).isEqualTo(CONTENT);
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(signature);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 20_000_000})
  void anAttachedContentOfAnyLengthComesOutAsItWentIn(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Files.write(content, bytes);

    sign("EC secp256r1", Placement.ATTACHED, Sm2Form.CMS);

    assertThat(verdict(Optional.empty())).isEqualTo("intact 0 ok");
    try (OutputStream out = Files.newOutputStream(folder.resolve("out"))) {
      files.takeOut(signature, examine(Optional.empty()), out);
    }
    assertThat(folder.resolve("out")).hasBinaryContent(bytes);
  }

  /// Between the digest that is signed and the copy that is attached.
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void aFileThatAnotherProgramChangesMeanwhileIsNotAttached(int longer) throws Exception {
    byte[] changed = Arrays.copyOf(CONTENT, CONTENT.length + longer);
    changed[0] ^= 1;
    SoftwareSession session =
        new SoftwareSession(
            unit("EC secp256r1"), party("unit", "EC secp256r1").keys().getPrivate());
    KeySession changing =
        new KeySession() {
          @Override
          public SigningKey key() {
            return session.key();
          }

          @Override
          public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
              throws KeyException {
            try {
              Files.write(content, changed);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return session.sign(algorithm, toBeSigned);
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() ->
            files.sign(
                content,
                Placement.ATTACHED,
                changing,
                new Packing(List.of(ISSUER), NOW, Sm2Form.CMS),
                new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("changed");
  }

  @Test
  void otherContentIsBroken() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "other");
    sign("EC secp256r1", Placement.DETACHED, Sm2Form.CMS);
    assertThat(verdict(Optional.of(other))).isEqualTo("broken 800 contentMismatch");

    sign("EC secp256r1", Placement.ATTACHED, Sm2Form.CMS);
    assertThat(verdict(Optional.of(other))).isEqualTo("broken 800 contentMismatch");
    byte[] changed = bytes();
    changed[changed.length / 2] ^= 1; // in the content, which is most of it
    Files.write(signature, changed);
    assertThat(verdict(Optional.empty())).isEqualTo("broken 800 contentMismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CMS", "PKCS7", ""})
  void pemAndBareBase64AreRead(String label) throws Exception {
    sign("EC secp256r1", Placement.ATTACHED, Sm2Form.CMS);
    String body = Base64.getMimeEncoder(64, "\r\n".getBytes(UTF_8)).encodeToString(bytes());
    Files.writeString(
        signature,
        label.isEmpty()
            ? body
            : "subject=…\n-----BEGIN "
                + label
                + "-----\r\n"
                + body
                + "\r\n-----END "
                + label
                + "-----\n");

    assertThat(verdict(Optional.empty())).isEqualTo("intact 0 ok");
  }

  // Signatures of others

  private static DigestCalculatorProvider digests() throws Exception {
    return new JcaDigestCalculatorProviderBuilder().setProvider(BC).build();
  }

  private void foreign(boolean bare, boolean attached, String... algorithms) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    List<X509CertificateHolder> carried = new ArrayList<>();
    carried.add(new X509CertificateHolder(ISSUER.der()));
    for (String algorithm : algorithms) {
      String signing =
          algorithm.startsWith("RSA")
              ? "SHA512withRSA"
              : algorithm.endsWith("sm2p256v1") ? "SM3withSM2" : "SHA384withECDSA";
      X509CertificateHolder holder = new X509CertificateHolder(unit(algorithm).der());
      carried.add(holder);
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(digests())
              .setDirectSignature(bare)
              .build(
                  new JcaContentSignerBuilder(signing)
                      .setProvider(BC)
                      .build(party("unit", algorithm).keys().getPrivate()),
                  holder));
    }
    generator.addCertificates(new CollectionStore<>(carried));
    CMSSignedData made = generator.generate(new CMSProcessableByteArray(CONTENT), attached);
    Files.write(signature, made.getEncoded());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everySignerHasItsOwnVerdict(boolean attached) throws Exception {
    foreign(false, attached, "RSA 2048", "EC secp256r1", "EC sm2p256v1");

    FileVerdict verdict = examine(Optional.of(content));
    assertThat(words(verdict)).isEqualTo("intact 0 ok");
    assertThat(verdict.signers()).hasSize(3).allMatch(SignerVerdict::isValid);

    CMSSignedData read = new CMSSignedData(bytes());
    byte[] value = read.getSignerInfos().iterator().next().getSignature();
    byte[] changed = bytes();
    changed[indexOf(changed, value) + 5] ^= 1;
    Files.write(signature, changed);
    FileVerdict broken = examine(Optional.of(content));
    assertThat(words(broken)).isEqualTo("broken 800 signatureMismatch");
    assertThat(broken.isValid()).isFalse();
    assertThat(broken.signers()).filteredOn(SignerVerdict::isValid).hasSize(2);
  }

  private static int indexOf(byte[] in, byte[] part) {
    for (int i = 0; i <= in.length - part.length; i++) {
      if (Arrays.equals(in, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 2048", "EC secp256r1", "EC sm2p256v1"})
  void aSignatureOverTheContentItselfIsRead(String algorithm) throws Exception {
    foreign(true, false, algorithm);
    assertThat(verdict(Optional.of(content))).isEqualTo("intact 0 ok");
    Path other = Files.writeString(folder.resolve("other"), "other");
    assertThat(verdict(Optional.of(other))).isEqualTo("broken 800 signatureMismatch");

    foreign(true, true, algorithm);
    assertThat(verdict(Optional.empty())).isEqualTo("intact 0 ok");
    assertThat(verdict(Optional.of(other))).isEqualTo("broken 800 contentMismatch");
  }

  /// Somebody's signed attributes, given out as a content that he signed.
  @Test
  void attributesGivenOutAsContentAreNotTakenForIt() throws Exception {
    sign("EC secp256r1", Placement.DETACHED, Sm2Form.CMS);
    SignerInformation signer = new CMSSignedData(bytes()).getSignerInfos().iterator().next();
    Files.write(content, signer.getEncodedSignedAttributes());
    ASN1Sequence outer = ASN1Sequence.getInstance(bytes());
    org.bouncycastle.asn1.cms.SignedData data =
        org.bouncycastle.asn1.cms.SignedData.getInstance(
            ASN1Sequence.getInstance(
                ((org.bouncycastle.asn1.ASN1TaggedObject) outer.getObjectAt(1))
                    .getExplicitBaseObject()));
    org.bouncycastle.asn1.cms.SignerInfo info = signer.toASN1Structure();
    org.bouncycastle.asn1.cms.SignerInfo without =
        new org.bouncycastle.asn1.cms.SignerInfo(
            info.getSID(),
            info.getDigestAlgorithm(),
            (org.bouncycastle.asn1.ASN1Set) null,
            info.getDigestEncryptionAlgorithm(),
            info.getEncryptedDigest(),
            (org.bouncycastle.asn1.ASN1Set) null);
    Files.write(
        signature,
        new org.bouncycastle.asn1.cms.ContentInfo(
                PKCSObjectIdentifiers.signedData,
                new org.bouncycastle.asn1.cms.SignedData(
                    data.getDigestAlgorithms(),
                    data.getEncapContentInfo(),
                    data.getCertificates(),
                    null,
                    new DERSet(without)))
            .getEncoded("DER"));

    assertThat(verdict(Optional.of(content))).isEqualTo("cannot-tell 800 contentLikeAttributes");
  }

  @Test
  void aMissingCertificateCanBeGivenBeside() throws Exception {
    EncodedCertificate unit = unit("EC secp256r1");
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(digests())
            .build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BC)
                    .build(party("unit").keys().getPrivate()),
                new X509CertificateHolder(unit.der())));
    Files.write(
        signature, generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded());

    assertThat(verdict(Optional.of(content))).isEqualTo("cannot-tell 800 signerCertificateMissing");
    assertThat(
            words(
                files.examine(
                    new Question(
                        signature, Optional.of(content), List.of(unit, ISSUER), TRUST, NOW))))
        .isEqualTo("intact 0 ok");
  }

  @Test
  void anAlgorithmThatIsNotKnownCannotBeTold() throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    X509CertificateHolder holder = new X509CertificateHolder(unit("RSA 2048").der());
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(digests())
            .build(
                new JcaContentSignerBuilder("SHA1withRSA")
                    .setProvider(BC)
                    .build(party("unit", "RSA 2048").keys().getPrivate()),
                holder));
    generator.addCertificate(holder);
    Files.write(
        signature, generator.generate(new CMSProcessableByteArray(CONTENT), false).getEncoded());

    assertThat(verdict(Optional.of(content))).isEqualTo("cannot-tell 800 algorithmUnknown");
  }

  // Time stamps

  private TimeStamp stamped(String purpose, boolean overThis) throws Exception {
    sign("EC secp256r1", Placement.DETACHED, Sm2Form.CMS);
    CMSSignedData made = new CMSSignedData(bytes());
    SignerInformation signer = made.getSignerInfos().iterator().next();
    Party authority = party("TSA");
    EncodedCertificate certificate =
        certificate(authority, ISSUING)
            .critical()
            .extension(
                Extension.extendedKeyUsage.getId(),
                new ExtendedKeyUsage(
                    KeyPurposeId.getInstance(
                        purpose.equals("stamping")
                            ? KeyPurposeId.id_kp_timeStamping
                            : KeyPurposeId.id_kp_emailProtection)))
            .make();
    byte[] imprint = MessageDigest.getInstance("SHA-256").digest(signer.getSignature());
    imprint[0] ^= (byte) (overThis ? 0 : 1);
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    TimeStampRequest request = asking.generate(TSPAlgorithms.SHA256, imprint, BigInteger.ONE);
    EncodedCertificate forStamping =
        purpose.equals("stamping") ? certificate : tsaForTheGenerator(authority);
    TimeStampTokenGenerator generator =
        new TimeStampTokenGenerator(
            new JcaSignerInfoGeneratorBuilder(digests())
                .build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(BC)
                        .build(authority.keys().getPrivate()),
                    new X509CertificateHolder(forStamping.der())),
            digests().get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
            new ASN1ObjectIdentifier("1.2.3.4"));
    generator.addCertificates(
        new CollectionStore<>(List.of(new X509CertificateHolder(forStamping.der()))));
    TimeStampToken token = generator.generate(request, BigInteger.TEN, Date.from(NOW));
    Attribute attribute =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            new DERSet(ASN1Primitive.fromByteArray(token.getEncoded())));
    SignerInformation with =
        SignerInformation.replaceUnsignedAttributes(
            signer, new AttributeTable(new DERSet(attribute)));
    Files.write(
        signature,
        CMSSignedData.replaceSigners(made, new SignerInformationStore(with)).getEncoded());
    FileVerdict verdict = examine(Optional.of(content));
    assertThat(words(verdict)).isEqualTo("intact 0 ok");
    return verdict.signers().getFirst().timeStamps().getFirst();
  }

  private static EncodedCertificate tsaForTheGenerator(Party authority) {
    return certificate(authority, party("Nobody"))
        .critical()
        .extension(
            Extension.extendedKeyUsage.getId(),
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
        .make();
  }

  @Test
  void aTimeStampIsShownWithItsAuthorityAndWhetherItIsTrusted() throws Exception {
    TimeStamp good = stamped("stamping", true);
    assertThat(good.time()).contains(NOW);
    assertThat(good.integrity().word() + " " + good.status().reason()).isEqualTo("intact ok");
    assertThat(good.isTrusted()).isTrue();
    assertThat(good.authority()).isPresent();

    TimeStamp unknown = stamped("nobody's", true);
    assertThat(unknown.integrity().word() + " " + unknown.status().reason())
        .isEqualTo("intact unknownIssuer");

    TimeStamp other = stamped("stamping", false);
    assertThat(other.integrity().word() + " " + other.status().reason())
        .isEqualTo("broken contentMismatch");
  }

  // Hostile files

  @Test
  void anyBytesGiveAVerdict() throws Exception {
    sign("EC secp256r1", Placement.ATTACHED, Sm2Form.CMS);
    byte[] good = bytes();
    Random random = new Random(5);
    Set<String> seen = new java.util.TreeSet<>();
    for (int round = 0; round < 400; round++) {
      byte[] bytes = good.clone();
      switch (round % 3) {
        case 0 -> random.nextBytes(bytes);
        case 1 -> bytes = Arrays.copyOf(good, random.nextInt(good.length));
        default -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(signature, bytes);
      FileVerdict verdict = examine(Optional.of(content));
      seen.add(verdict.integrity().word());
    }
    assertThat(seen).contains("broken", "cannot-tell");
  }

  @ParameterizedTest
  @CsvSource({"RSA 2048, CMS", "EC secp256r1, CMS", "EC sm2p256v1, CMS", "EC sm2p256v1, GMT_0010"})
  void noFlippedByteOfOursIsAccepted(String algorithm, Sm2Form form) throws Exception {
    sign(algorithm, Placement.DETACHED, form);
    byte[] good = bytes();
    Random random = new Random(20261129);
    List<Integer> accepted = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      byte[] flipped = good.clone();
      int place = random.nextInt(flipped.length);
      flipped[place] ^= (byte) (1 + random.nextInt(255));
      Files.write(signature, flipped);
      if (examine(Optional.of(content)).isValid()) {
        accepted.add(place);
      }
    }
    assertThat(accepted).isEmpty();
  }

  /// The whole of a small signature, letter case and string types included.
  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void noFlippedBitOfOursIsAccepted(int bit) throws Exception {
    sign("EC secp256r1", Placement.DETACHED, Sm2Form.CMS);
    byte[] good = bytes();
    List<Integer> accepted = new ArrayList<>();
    for (int place = 0; place < good.length; place++) {
      byte[] flipped = good.clone();
      flipped[place] ^= (byte) (1 << bit);
      Files.write(signature, flipped);
      if (examine(Optional.of(content)).isValid()) {
        accepted.add(place);
      }
    }
    assertThat(accepted).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, true", "24, true", "30, false", "31, false", "A0, false"})
  void endlessNestingCannotBeTold(String tag, boolean indefinite) throws Exception {
    int first = Integer.parseInt(tag, 16);
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    int levels = 100_000;
    // A good beginning, so that it is the content or the signers that nest.
    nested.write(
        java.util.HexFormat.of()
            .parseHex(
                "308006092A864886F70D010702A0803080020101310030800609" + "2A864886F70D010701"));
    if (first == 0x24) {
      nested.write(new byte[] {(byte) 0xA0, (byte) 0x80});
    } else {
      nested.write(new byte[] {0, 0});
    }
    for (int i = levels; i > 0; i--) {
      nested.write(first);
      if (indefinite) {
        nested.write(0x80);
      } else {
        int length = 5 * (i - 1);
        nested.write(
            new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
      }
    }
    if (!indefinite) {
      nested.write(new byte[6]);
    }
    Files.write(signature, nested.toByteArray());

    assertThat(verdict(Optional.of(content))).startsWith("cannot-tell 800 ");
  }

  @Test
  void lengthsThatLieAreNotBelieved() throws Exception {
    for (String hex :
        List.of(
            "30887FFFFFFFFFFFFFFF06092A",
            "3088FFFFFFFFFFFFFFFF06092A",
            "308006092A864886F70D010702A0803080028900FFFFFFFFFFFFFFFF",
            "308006092A864886F70D010702A080308002010131847FFFFFFF")) {
      Files.write(signature, java.util.HexFormat.of().parseHex(hex));
      assertThat(verdict(Optional.of(content))).isEqualTo("cannot-tell 800 signatureUnreadable");
    }
  }

  @Test
  void moreThanItMayHoldOfWhatIsNoContentIsNotKept() throws Exception {
    sign("EC secp256r1", Placement.DETACHED, Sm2Form.CMS);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(signature))) {
      out.write(java.util.HexFormat.of().parseHex("308006092A864886F70D010702A08030800201013100"));
      out.write(java.util.HexFormat.of().parseHex("300B06092A864886F70D010701"));
      for (int i = 0; i < 10_000; i++) {
        out.write(java.util.HexFormat.of().parseHex("A0820400"));
        out.write(new byte[1024]);
      }
    }
    assertThat(verdict(Optional.of(content))).isEqualTo("cannot-tell 800 signatureUnreadable");
  }
}
