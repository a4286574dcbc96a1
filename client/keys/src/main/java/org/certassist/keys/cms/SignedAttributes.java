package org.certassist.keys.cms;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.certassist.keys.certificate.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/// The signed attributes of one signer: what was signed, when, and with which certificate.
///
/// @param der DER of the SET OF Attribute, sorted: the bytes that the key signs
/// @param signingCertificate the certificate is the one the attributes name, or they name none
record SignedAttributes(
    byte[] der,
    ASN1ObjectIdentifier contentType,
    byte[] messageDigest,
    Optional<Instant> signingTime,
    boolean signingCertificate) {
  private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
      Map.of(
          NISTObjectIdentifiers.id_sha256, "SHA-256",
          NISTObjectIdentifiers.id_sha384, "SHA-384",
          NISTObjectIdentifiers.id_sha512, "SHA-512",
          GMObjectIdentifiers.sm3, "SM3");

  /// The CAdES-B attributes for data.
  ///
  /// The certificate is named by its SHA-256, the default, for an SM2 key too: readers that know
  /// SM3 know SHA-256, and not the other way round.
  static ASN1Set make(
      ASN1ObjectIdentifier contentType,
      byte[] digest,
      ParsedCertificate signer,
      Instant signingTime) {
    ESSCertIDv2 certificate =
        new ESSCertIDv2(
            // null: SHA-256, the default, which DER leaves out
            (AlgorithmIdentifier) null,
            Digests.of("SHA-256", signer.encoded().der()),
            new IssuerSerial(
                new GeneralNames(new GeneralName(signer.holder().getIssuer())),
                signer.holder().getSerialNumber()));
    Date time = Date.from(signingTime.truncatedTo(ChronoUnit.SECONDS));
    return new DERSet(
        new ASN1Encodable[] {
          attribute(CMSAttributes.contentType, contentType),
          attribute(CMSAttributes.messageDigest, new DEROctetString(digest)),
          attribute(CMSAttributes.signingTime, new Time(time)),
          attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new SigningCertificateV2(new ESSCertIDv2[] {certificate}))
        });
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  /// Reads a stranger's attributes; throws whatever Bouncy Castle throws where they are malformed.
  static SignedAttributes read(ASN1Set set, ParsedCertificate signer) throws IOException {
    Map<ASN1ObjectIdentifier, Attribute> byType =
        Arrays.stream(set.toArray())
            .map(Attribute::getInstance)
            .collect(Collectors.toMap(Attribute::getAttrType, a -> a)); // throws on a second one
    return new SignedAttributes(
        set.getEncoded(ASN1Encoding.DER),
        ASN1ObjectIdentifier.getInstance(only(byType, CMSAttributes.contentType).orElseThrow()),
        ASN1OctetString.getInstance(only(byType, CMSAttributes.messageDigest).orElseThrow())
            .getOctets(),
        only(byType, CMSAttributes.signingTime)
            .map(value -> Time.getInstance(value).getDate().toInstant()),
        names(byType, signer));
  }

  private static Optional<ASN1Encodable> only(
      Map<ASN1ObjectIdentifier, Attribute> byType, ASN1ObjectIdentifier type) throws IOException {
    Attribute attribute = byType.get(type);
    if (attribute == null) {
      return Optional.empty();
    }
    if (attribute.getAttrValues().size() != 1) {
      throw new IOException("attribute " + type + " has several values");
    }
    return Optional.of(attribute.getAttrValues().getObjectAt(0));
  }

  /// RFC 5035 §3: of both attributes the first certificate is the signer's.
  private static boolean names(
      Map<ASN1ObjectIdentifier, Attribute> byType, ParsedCertificate signer) throws IOException {
    Optional<ASN1Encodable> older = only(byType, PKCSObjectIdentifiers.id_aa_signingCertificate);
    if (older.isPresent()) {
      ESSCertID first = SigningCertificate.getInstance(older.get()).getCerts()[0];
      if (!isHash("SHA-1", first.getCertHash(), signer)
          || !isNamed(first.getIssuerSerial(), signer)) {
        return false;
      }
    }
    Optional<ASN1Encodable> newer = only(byType, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (newer.isEmpty()) {
      return true;
    }
    ESSCertIDv2 first = SigningCertificateV2.getInstance(newer.get()).getCerts()[0];
    return digestName(first.getHashAlgorithm().getAlgorithm())
        .filter(name -> isHash(name, first.getCertHash(), signer))
        .filter(_ -> isNamed(first.getIssuerSerial(), signer))
        .isPresent();
  }

  private static boolean isHash(String digestName, byte[] hash, ParsedCertificate signer) {
    return MessageDigest.isEqual(hash, Digests.of(digestName, signer.encoded().der()));
  }

  /// @param issuerSerial null where the attribute leaves it out
  private static boolean isNamed(@Nullable IssuerSerial issuerSerial, ParsedCertificate signer) {
    if (issuerSerial == null) {
      return true;
    }
    GeneralName issuer = new GeneralName(signer.holder().getIssuer());
    return issuerSerial.getSerial().hasValue(signer.holder().getSerialNumber())
        && Arrays.asList(issuerSerial.getIssuer().getNames()).contains(issuer);
  }

  /// A digest that may name a certificate or be stamped, as the JCA names it.
  static Optional<String> digestName(ASN1ObjectIdentifier digest) {
    return Optional.ofNullable(DIGESTS.get(digest));
  }
}
