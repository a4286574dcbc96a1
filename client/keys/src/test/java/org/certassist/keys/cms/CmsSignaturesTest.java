package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.END;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures.Made;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CmsSignaturesTest {
  private static final byte[] CONTENT =
      "{\"kind\":\"enrolment\",\"unit\":\"苏州测试有限公司\"}\r\n\n".getBytes(UTF_8);

  private static final Party ROOT = party("Root", "RSA 2048");
  private static final Party ISSUING = party("Issuing CA");
  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final List<EncodedCertificate> TRUST = List.of(ROOT_CERTIFICATE);
  private static final List<EncodedCertificate> CHAIN =
      List.of(ISSUING_CERTIFICATE, ROOT_CERTIFICATE);
  private static final Packing PACKING = new Packing(CHAIN, NOW, Sm2Form.CMS);

  private final CmsSignatures signatures = new CmsSignatures();

  private static SoftwareSession session(String algorithm) {
    Party unit = party("unit", algorithm);
    return new SoftwareSession(certificate(unit, ISSUING).make(), unit.keys().getPrivate());
  }

  private byte[] cms(String algorithm) throws Exception {
    return signatures.sign(CONTENT, session(algorithm), PACKING).cms();
  }

  private String verdict(byte[] content, byte[] cms) {
    return words(signatures.verify(content, cms, TRUST, NOW));
  }

  private static String words(SignatureVerdict verdict) {
    return verdict.status().code().number() + " " + verdict.status().reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 2048", "RSA 3072", "EC secp256r1", "EC secp384r1"})
  void aSignatureMadeHereVerifiesHereAndAtBouncyCastle(String algorithm) throws Exception {
    SoftwareSession session = session(algorithm);

    Made made = signatures.sign(CONTENT, session, PACKING);

    SignatureVerdict verdict = signatures.verify(CONTENT, made.cms(), TRUST, NOW);
    assertThat(words(verdict)).isEqualTo("0 ok");
    assertThat(verdict.signer()).contains(session.key().certificate());
    assertThat(verdict.signingTime()).contains(NOW);
    assertThat(made.engine()).isEqualTo(Engine.SOFTKEY);

    SignerInformation signer = parsed(made.cms()).getSignerInfos().iterator().next();
    assertThat(
            signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BC)
                    .build(new X509CertificateHolder(session.key().certificate().der()))))
        .isTrue();
  }

  @Test
  void onlyTheSortedSignedAttributesGoToTheKey() throws Exception {
    SoftwareSession session = session("EC secp256r1");

    byte[] cms = signatures.sign(CONTENT, session, PACKING).cms();

    SignerInformation signer = parsed(cms).getSignerInfos().iterator().next();
    assertThat(session.given).containsExactly(signer.getEncodedSignedAttributes());
    ASN1Set attributes = (ASN1Set) ASN1Primitive.fromByteArray(session.given.getFirst());
    assertThat(Arrays.stream(attributes.toArray()).map(a -> Attribute.getInstance(a).getAttrType()))
        .containsExactlyInAnyOrder(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.signingTime,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    assertThat(attributes.getEncoded("DER"))
        .isEqualTo(session.given.getFirst())
        .isEqualTo(new DERSet(attributes.toArray()).getEncoded("DER"));
  }

  @Test
  void theCmsCarriesTheIssuingCaButNotTheRootAndIsDer() throws Exception {
    SoftwareSession session = session("EC secp256r1");

    byte[] cms = signatures.sign(CONTENT, session, PACKING).cms();

    List<EncodedCertificate> carried = new ArrayList<>();
    for (X509CertificateHolder holder : parsed(cms).getCertificates().getMatches(null)) {
      carried.add(new EncodedCertificate(holder.getEncoded()));
    }
    assertThat(carried).containsExactlyInAnyOrder(session.key().certificate(), ISSUING_CERTIFICATE);
    assertThat(ASN1Primitive.fromByteArray(cms).getEncoded("DER")).isEqualTo(cms);
    assertThat(new CMSSignedData(cms).getSignedContent()).isNull();
  }

  @Test
  void aWrongSignatureOfTheKeyIsThrownAway() {
    SoftwareSession right = session("EC secp256r1");
    KeySession wrong =
        new KeySession() {
          @Override
          public SigningKey key() {
            return right.key();
          }

          @Override
          public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
              throws KeyException {
            byte[] other = toBeSigned.clone();
            other[other.length - 1] ^= 1;
            return right.sign(algorithm, other);
          }

          @Override
          public void close() {
            right.close();
          }
        };

    assertThatThrownBy(() -> signatures.sign(CONTENT, wrong, PACKING))
        .isInstanceOfSatisfying(
            KeyException.class,
            e -> assertThat(e.fault()).isEqualTo(new KeyFault.WrongSignature("/lib/soft.so")));
  }

  @Test
  void aKeyThatThisVersionCannotSignWithIsNamed() {
    assertThatThrownBy(() -> cms("Ed25519"))
        .isInstanceOfSatisfying(
            KeyException.class,
            e -> assertThat(e.fault()).isEqualTo(new KeyFault.AlgorithmUnsupported("Ed25519")));
  }

  @Test
  void bytesThatAreNoCertificateCannotSign() {
    SoftwareSession session =
        new SoftwareSession(
            new EncodedCertificate(new byte[] {1}), party("unit").keys().getPrivate());

    assertThatThrownBy(() -> signatures.sign(CONTENT, session, PACKING))
        .isInstanceOfSatisfying(
            KeyException.class,
            e -> assertThat(e.fault()).isEqualTo(new KeyFault.NoSigningCertificate("0001")));
  }

  static Stream<Arguments> signers() {
    Party unit = party("unit");
    return Stream.of(
        arguments("809 notYetValid", certificate(unit, ISSUING).from(NOW.plusSeconds(1)).make()),
        arguments(
            "809 encryptionOnly",
            certificate(unit, ISSUING).usage(KeyUsage.keyEncipherment).make()),
        arguments("810 expired", certificate(unit, ISSUING).until(NOW.minusSeconds(1)).make()),
        arguments("820 unknownIssuer", certificate(unit, party("Nobody")).make()));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void anIntactSignatureGetsTheCodeOfItsCertificate(String expected, EncodedCertificate signer)
      throws Exception {
    SoftwareSession session = new SoftwareSession(signer, party("unit").keys().getPrivate());

    byte[] cms = signatures.sign(CONTENT, session, PACKING).cms();

    assertThat(verdict(CONTENT, cms)).isEqualTo(expected);
  }

  @Test
  void withoutTrustAnIntactSignatureSaysSoAndLaterItsCertificateIsExpired() throws Exception {
    byte[] cms = cms("EC secp256r1");

    assertThat(words(signatures.verify(CONTENT, cms, List.of(), NOW)))
        .isEqualTo("820 noTrustGiven");
    assertThat(words(signatures.verify(CONTENT, cms, TRUST, END.plusSeconds(1))))
        .isEqualTo("810 expired");
  }

  @Test
  void otherContentIsAContentMismatchAndOtherAttributesASignatureMismatch() throws Exception {
    byte[] cms = cms("EC secp256r1");
    byte[] otherContent = CONTENT.clone();
    otherContent[5] ^= 1;
    byte[] otherDigest = cms.clone();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(CONTENT);
    otherDigest[indexOf(cms, digest)] ^= 1;

    assertThat(verdict(otherContent, cms)).isEqualTo("800 contentMismatch");
    assertThat(verdict(new byte[0], cms)).isEqualTo("800 contentMismatch");
    assertThat(verdict(CONTENT, otherDigest)).isEqualTo("800 signatureMismatch");
  }

  /// Every byte of our CMS counts; there is none whose change would leave the meaning as it was.
  @ParameterizedTest
  @ValueSource(strings = {"RSA 2048", "EC secp256r1"})
  void noFlippedByteIsAccepted(String algorithm) throws Exception {
    byte[] cms = cms(algorithm);
    Random random = new Random(20261122);
    List<String> accepted = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      boolean inContent = round % 5 == 0;
      byte[] content = CONTENT.clone();
      byte[] signature = cms.clone();
      byte[] target = inContent ? content : signature;
      int place = random.nextInt(target.length);
      target[place] ^= (byte) (1 + random.nextInt(255));
      if (signatures.verify(content, signature, TRUST, NOW).isValid()) {
        accepted.add((inContent ? "content " : "cms ") + place);
      }
    }
    assertThat(accepted).isEmpty();
  }

  /// Bit 5 turns a letter's case, bit 0 a string's type: a name that means the same is refused too.
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void noFlippedBitAnywhereIsAccepted(int bit) throws Exception {
    byte[] cms = cms("EC secp256r1");
    List<Integer> accepted = new ArrayList<>();
    for (int place = 0; place < cms.length; place++) {
      byte[] flipped = cms.clone();
      flipped[place] ^= (byte) (1 << bit);
      if (signatures.verify(CONTENT, flipped, TRUST, NOW).isValid()) {
        accepted.add(place);
      }
    }
    assertThat(accepted).isEmpty();
  }

  @Test
  void anyBytesGiveAVerdict() throws Exception {
    byte[] cms = cms("EC secp256r1");
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes =
          round % 2 == 0
              ? new byte[random.nextInt(400)]
              : Arrays.copyOf(cms, random.nextInt(cms.length));
      if (round % 2 == 0) {
        random.nextBytes(bytes);
      }
      SignatureVerdict verdict = signatures.verify(CONTENT, bytes, TRUST, NOW);
      assertThat(words(verdict)).isEqualTo("800 malformed");
      assertThat(verdict.signer()).isEmpty();
    }
  }

  @Test
  void endlessNestingIsMalformed() {
    byte[] nested = new byte[200_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }

    assertThat(verdict(CONTENT, nested)).isEqualTo("800 malformed");
  }

  // Signatures of others, made by Bouncy Castle's generator (BER, as it comes).

  private static CMSSignedData foreign(
      boolean attached, Optional<EncodedCertificate> named, EncodedCertificate... signers)
      throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    List<X509CertificateHolder> carried = new ArrayList<>();
    carried.add(new X509CertificateHolder(ISSUING_CERTIFICATE.der()));
    for (EncodedCertificate signer : signers) {
      JcaSignerInfoGeneratorBuilder builder =
          new JcaSignerInfoGeneratorBuilder(
              new JcaDigestCalculatorProviderBuilder().setProvider(BC).build());
      if (named.isPresent()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.get().der());
        Attribute names =
            new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(
                    new SigningCertificateV2(
                        new ESSCertIDv2((AlgorithmIdentifier) null, hash, null))));
        builder.setSignedAttributeGenerator(
            new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(names))));
      }
      X509CertificateHolder holder = new X509CertificateHolder(signer.der());
      carried.add(holder);
      generator.addSignerInfoGenerator(
          builder.build(
              new JcaContentSignerBuilder("SHA384withECDSA")
                  .setProvider(BC)
                  .build(party("unit").keys().getPrivate()),
              holder));
    }
    generator.addCertificates(new CollectionStore<>(carried));
    return generator.generate(new CMSProcessableByteArray(CONTENT), attached);
  }

  @Test
  void aForeignSignatureVerifiesDetachedAndAttached() throws Exception {
    EncodedCertificate unit = certificate(party("unit"), ISSUING).make();
    byte[] attached = foreign(true, Optional.of(unit), unit).getEncoded();

    assertThat(verdict(CONTENT, foreign(false, Optional.empty(), unit).getEncoded()))
        .isEqualTo("0 ok");
    assertThat(verdict(CONTENT, foreign(false, Optional.of(unit), unit).getEncoded("DER")))
        .isEqualTo("0 ok");
    assertThat(verdict(CONTENT, attached)).isEqualTo("0 ok");
    assertThat(verdict("other".getBytes(UTF_8), attached)).isEqualTo("800 contentMismatch");
  }

  @Test
  void aSignatureThatNamesAnotherCertificateOfTheSameKeyIsRefused() throws Exception {
    EncodedCertificate unit = certificate(party("unit"), ISSUING).make();
    EncodedCertificate renewed = certificate(party("unit"), ISSUING).make();

    assertThat(verdict(CONTENT, foreign(false, Optional.of(renewed), unit).getEncoded()))
        .isEqualTo("800 signatureMismatch");
  }

  @Test
  void severalSignersAreNotReadYet() throws Exception {
    EncodedCertificate one = certificate(party("unit"), ISSUING).make();
    EncodedCertificate two = certificate(party("unit"), ISSUING).make();

    assertThat(verdict(CONTENT, foreign(false, Optional.empty(), one, two).getEncoded()))
        .isEqualTo("800 malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA 2048", "EC secp256r1"})
  void opensslAcceptsTheSignatureAndRefusesItAfterOneChangedByte(
      String algorithm, @TempDir Path folder) throws Exception {
    Path content = Files.write(folder.resolve("declaration.json"), CONTENT);
    Path signature = Files.write(folder.resolve("declaration.json.p7s"), cms(algorithm));
    Path rootFile = Files.writeString(folder.resolve("root.pem"), ROOT_CERTIFICATE.pem());
    Path chain = Files.writeString(folder.resolve("chain.pem"), ISSUING_CERTIFICATE.pem());
    List<String> command =
        List.of(
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            signature.toString(),
            "-content",
            content.toString(),
            "-CAfile",
            rootFile.toString(),
            "-certfile",
            chain.toString(),
            "-attime",
            Long.toString(NOW.getEpochSecond()),
            "-out",
            folder.resolve("out").toString());
    List<String> anyPurpose = with(command, "-purpose", "any");

    assertThat(run(folder, anyPurpose)).contains("CMS Verification successful").startsWith("0 ");
    assertThat(run(folder, with(anyPurpose, "-cades")))
        .contains("CAdES Verification successful")
        .startsWith("0 ");

    byte[] changed = CONTENT.clone();
    changed[CONTENT.length - 1] ^= 1;
    Files.write(content, changed);
    assertThat(run(folder, anyPurpose)).contains("CMS Verification failure").doesNotStartWith("0 ");
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Arrays.stream(more)).collect(Collectors.toList());
  }

  private static String run(Path folder, List<String> command) throws Exception {
    Path output = folder.resolve("openssl.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() + " " + Files.readString(output);
  }

  private static CMSSignedData parsed(byte[] cms) throws Exception {
    return new CMSSignedData(new CMSProcessableByteArray(CONTENT), cms);
  }

  private static int indexOf(byte[] in, byte[] part) {
    for (int i = 0; i <= in.length - part.length; i++) {
      if (Arrays.equals(in, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in it");
  }

  @Test
  void theSigningTimeIsWrittenInWholeSeconds() throws Exception {
    Instant exact = NOW.plusMillis(789);

    byte[] cms =
        signatures
            .sign(CONTENT, session("EC secp256r1"), new Packing(CHAIN, exact, Sm2Form.CMS))
            .cms();

    assertThat(signatures.verify(CONTENT, cms, TRUST, NOW).signingTime()).contains(NOW);
  }
}
