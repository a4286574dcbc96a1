package org.certassist.keys.revocation;

import static org.certassist.keys.certificate.TestCa.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa;
import org.certassist.keys.certificate.TestCa.Party;
import org.jspecify.annotations.Nullable;

/// Makes lists and answers of the tests' CAs, good ones and bad ones.
final class Statements {
  static final Instant MADE = NOW.minus(Duration.ofHours(1));
  static final Instant NEXT = NOW.plus(Duration.ofDays(7));
  static final Instant REVOKED_AT = Instant.parse("2026-06-01T00:00:00Z");

  private Statements() {}

  static BigInteger serial(EncodedCertificate certificate) {
    return holder(certificate).getSerialNumber();
  }

  static X509CertificateHolder holder(EncodedCertificate certificate) {
    try {
      return new X509CertificateHolder(certificate.der());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signature(Party party) {
    return party.algorithm().startsWith("RSA")
        ? "SHA256withRSA"
        : party.algorithm().endsWith("sm2p256v1") ? "SM3withSM2" : "SHA256withECDSA";
  }

  // what certificates say of where they may be asked about

  static ASN1Encodable listAt(String... addresses) {
    DistributionPoint[] points = new DistributionPoint[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      points[i] = new DistributionPoint(named(addresses[i]), null, null);
    }
    return new CRLDistPoint(points);
  }

  static ASN1Encodable listAt(String address, Party listIssuer) {
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(
              named(address), null, new GeneralNames(new GeneralName(listIssuer.name())))
        });
  }

  static ASN1Encodable listsFor(String address, int reasons) {
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(named(address), new ReasonFlags(reasons), null)
        });
  }

  static DistributionPointName named(String address) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
  }

  static ASN1Encodable serverAt(String address) {
    return new AuthorityInformationAccess(
        AccessDescription.id_ad_ocsp,
        new GeneralName(GeneralName.uniformResourceIdentifier, address));
  }

  /// A list in the making; starts as a good one without entries.
  static final class ListDraft {
    private final Party signer;
    private final X509v2CRLBuilder builder;
    private String algorithm;

    private ListDraft(Party name, Party signer, Instant made) {
      this.signer = signer;
      this.algorithm = signature(signer);
      this.builder = new X509v2CRLBuilder(name.name(), Date.from(made));
      builder.setNextUpdate(Date.from(NEXT));
    }

    ListDraft until(Instant time) {
      builder.setNextUpdate(Date.from(time));
      return this;
    }

    ListDraft revokes(EncodedCertificate certificate) {
      return revokes(certificate, CRLReason.keyCompromise);
    }

    ListDraft revokes(EncodedCertificate certificate, int reason) {
      return revokes(serial(certificate), reason);
    }

    ListDraft revokes(BigInteger serial, int reason) {
      builder.addCRLEntry(serial, Date.from(REVOKED_AT), reason);
      return this;
    }

    /// An entry with extensions of its own.
    ListDraft revokes(BigInteger serial, Consumer<ExtensionsGenerator> extensions) {
      ExtensionsGenerator generator = new ExtensionsGenerator();
      extensions.accept(generator);
      builder.addCRLEntry(serial, Date.from(REVOKED_AT), generator.generate());
      return this;
    }

    /// An entry of an indirect list.
    ListDraft revokes(BigInteger serial, Party issuer) {
      return revokes(
          serial,
          extensions ->
              add(
                  extensions,
                  Extension.certificateIssuer,
                  true,
                  new GeneralNames(new GeneralName(issuer.name()))));
    }

    ListDraft number(long number) {
      return extension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
    }

    ListDraft deltaSince(long number) {
      return extension(
          Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.valueOf(number)));
    }

    ListDraft scope(IssuingDistributionPoint scope) {
      return extension(Extension.issuingDistributionPoint, true, scope);
    }

    ListDraft extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
      try {
        builder.addExtension(id, critical, value);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return this;
    }

    ListDraft signedWith(String other) {
      algorithm = other;
      return this;
    }

    byte[] make() {
      try {
        return builder
            .build(
                new JcaContentSignerBuilder(algorithm)
                    .setProvider(TestCa.BC)
                    .build(signer.keys().getPrivate()))
            .getEncoded();
      } catch (IOException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static void add(
      ExtensionsGenerator extensions, ASN1ObjectIdentifier id, boolean critical, ASN1Encodable v) {
    try {
      extensions.addExtension(id, critical, v);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ListDraft list(Party issuer) {
    return new ListDraft(issuer, issuer, MADE);
  }

  static ListDraft list(Party issuer, Instant made) {
    return new ListDraft(issuer, issuer, made);
  }

  /// A list that bears one's name and another's signature.
  static ListDraft list(Party name, Party signer) {
    return new ListDraft(name, signer, MADE);
  }

  static IssuingDistributionPoint scope(
      @Nullable DistributionPointName name, boolean users, boolean cas, boolean indirect) {
    return new IssuingDistributionPoint(name, users, cas, null, indirect, false);
  }

  static IssuingDistributionPoint someReasons(int reasons) {
    return new IssuingDistributionPoint(null, false, false, new ReasonFlags(reasons), false, false);
  }

  /// An answer in the making; starts as a good one to the very question.
  static final class AnswerDraft {
    private final EncodedCertificate certificate;
    private final EncodedCertificate issuer;
    private final Party signer;
    private CertificateStatus status = CertificateStatus.GOOD;
    private Instant thisUpdate = MADE;
    private @Nullable Date next = Date.from(NEXT);
    private String digest = "1.3.14.3.2.26";
    private String algorithm;
    private byte @Nullable [] nonce;
    private boolean withoutNonce;
    private boolean byKey;
    private X509CertificateHolder[] sent = {};
    private final Map<Instant, CertificateStatus> besides = new LinkedHashMap<>();
    private Consumer<ExtensionsGenerator> more = _ -> {};

    private AnswerDraft(EncodedCertificate certificate, EncodedCertificate issuer, Party signer) {
      this.certificate = certificate;
      this.issuer = issuer;
      this.signer = signer;
      this.algorithm = signature(signer);
    }

    AnswerDraft says(CertificateStatus word) {
      status = word;
      return this;
    }

    AnswerDraft made(Instant from, @Nullable Instant until) {
      thisUpdate = from;
      next = until == null ? null : Date.from(until);
      return this;
    }

    /// Says another word about the same certificate besides.
    AnswerDraft saysToo(CertificateStatus word, Instant from) {
      besides.put(from, word);
      return this;
    }

    AnswerDraft digest(String oid) {
      digest = oid;
      return this;
    }

    AnswerDraft signedWith(String other) {
      algorithm = other;
      return this;
    }

    AnswerDraft nonce(byte[] other) {
      nonce = other;
      return this;
    }

    AnswerDraft withoutNonce() {
      withoutNonce = true;
      return this;
    }

    AnswerDraft byKey() {
      byKey = true;
      return this;
    }

    AnswerDraft sends(EncodedCertificate... certificates) {
      sent = new X509CertificateHolder[certificates.length];
      for (int i = 0; i < sent.length; i++) {
        sent[i] = holder(certificates[i]);
      }
      return this;
    }

    AnswerDraft critical(String oid) {
      more =
          generator ->
              add(generator, new ASN1ObjectIdentifier(oid), true, new DEROctetString(new byte[1]));
      return this;
    }

    byte[] to(byte[] question) {
      try {
        var digests = new JcaDigestCalculatorProviderBuilder().setProvider(TestCa.BC).build();
        Extension asked =
            new OCSPReq(question).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        var key =
            org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
                signer.keys().getPublic().getEncoded());
        BasicOCSPRespBuilder builder =
            new BasicOCSPRespBuilder(
                byKey
                    ? new RespID(key, digests.get(CertificateID.HASH_SHA1))
                    : new RespID(signer.name()));
        var id =
            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(new ASN1ObjectIdentifier(digest));
        builder.addResponse(
            new CertificateID(digests.get(id), holder(issuer), serial(certificate)),
            status,
            Date.from(thisUpdate),
            next);
        for (Map.Entry<Instant, CertificateStatus> other : besides.entrySet()) {
          builder.addResponse(
              new CertificateID(digests.get(id), holder(issuer), serial(certificate)),
              other.getValue(),
              Date.from(other.getKey()),
              next);
        }
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        if (!withoutNonce && asked != null) {
          extensions.addExtension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              nonce == null ? asked.getParsedValue() : new DEROctetString(nonce));
        }
        more.accept(extensions);
        Extensions all = extensions.isEmpty() ? null : extensions.generate();
        builder.setResponseExtensions(all);
        return new OCSPRespBuilder()
            .build(
                OCSPRespBuilder.SUCCESSFUL,
                builder.build(
                    new JcaContentSignerBuilder(algorithm)
                        .setProvider(TestCa.BC)
                        .build(signer.keys().getPrivate()),
                    sent,
                    Date.from(thisUpdate)))
            .getEncoded();
      } catch (IOException | OCSPException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static AnswerDraft answer(EncodedCertificate about, EncodedCertificate issuer, Party signer) {
    return new AnswerDraft(about, issuer, signer);
  }

  static byte[] refusal(int status) {
    try {
      return new OCSPRespBuilder().build(status, null).getEncoded();
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
