package org.certassist.keys.cms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certassist.keys.certificate.TestCa.BC;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.workbook.ChangedFileException;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signature files as other programs write them, and as somebody may have bent them.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StrangeSignaturesTest {
  private static final byte[] CONTENT = "一份要签名的文件\r\n".getBytes(UTF_8);
  private static final Party ROOT = party("Strange root");
  private static final Party ISSUING = party("Strange CA");
  private static final EncodedCertificate ISSUER = certificate(ISSUING, ROOT).ca(0).make();
  private static final Party UNIT = party("strange unit");
  private static final EncodedCertificate SIGNER = certificate(UNIT, ISSUING).make();
  private static final ASN1ObjectIdentifier OTHER_TYPE = new ASN1ObjectIdentifier("1.2.3.4.5");

  @TempDir private Path folder;

  /// @param more signed attributes beside the usual ones; empty for none at all
  private static CMSSignedData signed(ASN1ObjectIdentifier type, Optional<AttributeTable> more)
      throws Exception {
    X509CertificateHolder holder = new X509CertificateHolder(SIGNER.der());
    JcaSignerInfoGeneratorBuilder builder =
        new JcaSignerInfoGeneratorBuilder(
            new JcaDigestCalculatorProviderBuilder().setProvider(BC).build());
    more.ifPresentOrElse(
        attributes ->
            builder.setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(attributes)),
        () -> builder.setDirectSignature(true));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        builder.build(
            new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(BC)
                .build(UNIT.keys().getPrivate()),
            holder));
    generator.addCertificate(holder);
    generator.addCertificate(new X509CertificateHolder(ISSUER.der()));
    return generator.generate(new CMSProcessableByteArray(type, CONTENT), true);
  }

  private String verdict(byte[] signature) throws Exception {
    FileVerdict verdict =
        new CmsFiles()
            .examine(
                new Question(
                    Files.write(folder.resolve("a.p7s"), signature),
                    Optional.empty(),
                    List.of(),
                    List.of(root(ROOT)),
                    NOW));
    return verdict.integrity().word() + " " + verdict.status().reason();
  }

  // Which certificate the older attribute names

  private static AttributeTable naming(EncodedCertificate hashed, Optional<IssuerSerial> number)
      throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(hashed.der());
    ESSCertID id =
        number.map(given -> new ESSCertID(hash, given)).orElseGet(() -> new ESSCertID(hash));
    return new AttributeTable(
        new DERSet(
            new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificate,
                new DERSet(new SigningCertificate(id)))));
  }

  @ParameterizedTest
  @CsvSource({
    "signer, none,  intact ok",
    "signer, right, intact ok",
    "issuer, none,  broken signatureMismatch",
    "issuer, right, broken signatureMismatch",
    "signer, other number, broken signatureMismatch",
    "signer, other issuer, broken signatureMismatch",
  })
  void theOlderAttributeMustNameTheSigner(String hashed, String number, String expected)
      throws Exception {
    X509CertificateHolder holder = new X509CertificateHolder(SIGNER.der());
    X500Name issuer =
        number.equals("other issuer") ? new X500Name("CN=Somebody") : holder.getIssuer();
    BigInteger serial =
        number.equals("other number") ? BigInteger.valueOf(4711) : holder.getSerialNumber();
    Optional<IssuerSerial> named =
        number.equals("none")
            ? Optional.empty()
            : Optional.of(new IssuerSerial(new GeneralNames(new GeneralName(issuer)), serial));

    CMSSignedData made =
        signed(
            CMSObjectIdentifiers.data,
            Optional.of(naming(hashed.equals("signer") ? SIGNER : ISSUER, named)));

    assertThat(verdict(made.getEncoded())).isEqualTo(expected);
  }

  // Without signed attributes

  @Test
  void whatIsSignedWithoutAttributesIsDataAndNothingElse() throws Exception {
    CMSSignedData bare = signed(CMSObjectIdentifiers.data, Optional.empty());
    assertThat(verdict(bare.getEncoded())).isEqualTo("intact ok");
    assertThat(verdict(called(OTHER_TYPE, bare))).isEqualTo("cannot-tell signatureUnreadable");
    CMSSignedData saysSo = signed(OTHER_TYPE, Optional.of(new AttributeTable(new DERSet())));
    assertThat(verdict(saysSo.getEncoded())).isEqualTo("intact ok");
  }

  /// The same with its content called something else, which no signature covers.
  private static byte[] called(ASN1ObjectIdentifier type, CMSSignedData made) throws Exception {
    SignedData data = SignedData.getInstance(made.toASN1Structure().getContent());
    ASN1EncodableVector all = vector(new ASN1Integer(3), data.getDigestAlgorithms());
    all.add(new ContentInfo(type, data.getEncapContentInfo().getContent()));
    all.add(new DERTaggedObject(false, 0, data.getCertificates()));
    all.add(data.getSignerInfos());
    return new ContentInfo(CMSObjectIdentifiers.signedData, new DERSequence(all)).getEncoded("DER");
  }

  // Versions

  /// With a certificate or a word on revocation of another kind among its own.
  private static byte[] with(int version, String kind) throws Exception {
    CMSSignedData made =
        signed(CMSObjectIdentifiers.data, Optional.of(new AttributeTable(new DERSet())));
    SignedData data = SignedData.getInstance(made.toASN1Structure().getContent());
    ASN1EncodableVector certificates = new ASN1EncodableVector();
    data.getCertificates().forEach(certificates::add);
    ASN1EncodableVector other = vector(OTHER_TYPE, new DEROctetString(new byte[] {1, 2, 3}));
    ASN1EncodableVector all = vector(new ASN1Integer(version), data.getDigestAlgorithms());
    all.add(data.getEncapContentInfo());
    switch (kind) {
      case "attributes1" -> certificates.add(new DERTaggedObject(false, 1, new DERSequence(other)));
      case "attributes2" -> certificates.add(new DERTaggedObject(false, 2, new DERSequence(other)));
      case "certificate" -> certificates.add(new DERTaggedObject(false, 3, new DERSequence(other)));
      default -> {}
    }
    all.add(new DERTaggedObject(false, 0, new DERSet(certificates)));
    if (kind.equals("revocation")) {
      all.add(
          new DERTaggedObject(
              false, 1, new DERSet(new DERTaggedObject(false, 1, new DERSequence(other)))));
    }
    all.add(data.getSignerInfos());
    return new ContentInfo(CMSObjectIdentifiers.signedData, new DERSequence(all)).getEncoded("DER");
  }

  private static ASN1EncodableVector vector(ASN1Encodable one, ASN1Encodable two) {
    ASN1EncodableVector both = new ASN1EncodableVector();
    both.add(one);
    both.add(two);
    return both;
  }

  /// RFC 5652 §5.1; CAdES-BASELINE-LT carries OCSP answers as revocation of another kind.
  @ParameterizedTest
  @CsvSource({
    "plain,       1, 1",
    "attributes1, 3, 1",
    "attributes2, 4, 1",
    "certificate, 5, 1",
    "revocation,  5, 1",
  })
  void theVersionIsThatOfWhatLiesInIt(String kind, int due, int alsoMet) throws Exception {
    for (int version = 0; version <= 6; version++) {
      assertThat(verdict(with(version, kind)))
          .as("version %s", version)
          .isEqualTo(
              version == due || version == alsoMet
                  ? "intact ok"
                  : "cannot-tell signatureUnreadable");
    }
  }

  // Taking the content out

  @Test
  void whatChangedSinceItWasExaminedIsNotTakenOut() throws Exception {
    Path file = folder.resolve("a.p7s");
    Optional<AttributeTable> usual = Optional.of(new AttributeTable(new DERSet()));
    byte[] good = signed(CMSObjectIdentifiers.data, usual).getEncoded();
    Files.write(file, good);
    CmsFiles files = new CmsFiles();
    FileVerdict examined =
        files.examine(new Question(file, Optional.empty(), List.of(), List.of(root(ROOT)), NOW));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.takeOut(file, examined, out);
    assertThat(out.toByteArray()).isEqualTo(CONTENT);

    for (int i = 0; i < good.length - 3; i++) {
      if (good[i] == CONTENT[0] && good[i + 1] == CONTENT[1] && good[i + 2] == CONTENT[2]) {
        good[i] ^= 1;
        break;
      }
    }
    Files.write(file, good);

    assertThatThrownBy(() -> files.takeOut(file, examined, OutputStream.nullOutputStream()))
        .isInstanceOf(ChangedFileException.class);
  }
}
