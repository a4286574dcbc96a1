package org.certassist.keys.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;

/// Makes the certificates of the tests; a name and its key pair are made once a test run.
public final class TestCa {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant END = Instant.parse("2028-01-01T00:00:00Z");
  public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  public static final Provider BC = new BouncyCastleProvider();

  private static final AtomicLong SERIAL = new AtomicLong(1000);
  private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

  private TestCa() {}

  /// A name with its key; `algorithm` is `EC secp256r1`, `EC sm2p256v1`, `RSA 2048`…
  public record Party(X500Name name, String algorithm, KeyPair keys) {
    String signatureAlgorithm() {
      return algorithm.startsWith("RSA")
          ? "SHA256withRSA"
          : algorithm.endsWith("sm2p256v1") ? "SM3withSM2" : "SHA256withECDSA";
    }
  }

  public static Party party(String commonName) {
    return party(commonName, "EC secp256r1");
  }

  public static Party party(String commonName, String algorithm) {
    X500Name name =
        new X500NameBuilder()
            .addRDN(BCStyle.C, "CN")
            .addRDN(BCStyle.O, "测试证书机构")
            .addRDN(BCStyle.CN, commonName)
            .build();
    return party(name, algorithm);
  }

  public static Party party(X500Name name, String algorithm) {
    return new Party(
        name, algorithm, KEYS.computeIfAbsent(name + algorithm, _ -> generate(algorithm)));
  }

  private static KeyPair generate(String algorithm) {
    String[] parts = algorithm.split(" ", -1);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(parts[0], BC);
      if (parts[0].equals("RSA")) {
        generator.initialize(Integer.parseInt(parts[1]));
      } else if (parts.length > 1) {
        generator.initialize(new ECGenParameterSpec(parts[1]));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A certificate in the making; starts as a good unit certificate for signing.
  public static final class Draft {
    private final Party subject;
    private final Party issuer;
    private Instant notBefore = START;
    private Instant notAfter = END;
    private int keyUsage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private BasicConstraints constraints = new BasicConstraints(false);
    private boolean bare;
    private String signature;
    private final Map<String, byte[]> extensions = new java.util.LinkedHashMap<>();
    private boolean critical;

    private Draft(Party subject, Party issuer) {
      this.subject = subject;
      this.issuer = issuer;
      this.signature = issuer.signatureAlgorithm();
    }

    public Draft from(Instant time) {
      notBefore = time;
      return this;
    }

    public Draft until(Instant time) {
      notAfter = time;
      return this;
    }

    public Draft usage(int bits) {
      keyUsage = bits;
      return this;
    }

    public Draft ca() {
      constraints = new BasicConstraints(true);
      return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    public Draft ca(int pathLength) {
      ca();
      constraints = new BasicConstraints(pathLength);
      return this;
    }

    public Draft withoutExtensions() {
      bare = true;
      return this;
    }

    public Draft signedWith(String algorithm) {
      signature = algorithm;
      return this;
    }

    public Draft extension(String oid, ASN1Encodable value) {
      try {
        return extension(oid, value.toASN1Primitive().getEncoded());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    public Draft extension(String oid, byte[] value) {
      extensions.put(oid, value);
      return this;
    }

    public Draft critical() {
      critical = true;
      return this;
    }

    public EncodedCertificate make() {
      try {
        X509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                issuer.name(),
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(notBefore),
                Date.from(notAfter),
                subject.name(),
                subject.keys().getPublic());
        if (!bare) {
          builder.addExtension(Extension.basicConstraints, true, constraints);
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
        }
        for (Map.Entry<String, byte[]> entry : extensions.entrySet()) {
          builder.addExtension(
              new ASN1ObjectIdentifier(entry.getKey()), critical, entry.getValue());
        }
        return new EncodedCertificate(
            builder
                .build(
                    new JcaContentSignerBuilder(signature)
                        .setProvider(BC)
                        .build(issuer.keys().getPrivate()))
                .getEncoded());
      } catch (IOException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public static Draft certificate(Party subject, Party issuer) {
    return new Draft(subject, issuer);
  }

  public static EncodedCertificate root(Party party) {
    return certificate(party, party).ca().make();
  }
}
