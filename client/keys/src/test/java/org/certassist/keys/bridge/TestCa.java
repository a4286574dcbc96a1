package org.certassist.keys.bridge;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;

/// A CA that certifies any public key for a day.
public final class TestCa {
  private final KeyPair keys;
  private final AtomicLong serial = new AtomicLong(1000);

  public TestCa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  public EncodedCertificate certify(String name, byte[] publicKey) throws Exception {
    Instant now = Instant.now();
    return new EncodedCertificate(
        new X509v3CertificateBuilder(
                new X500Name("CN=Test CA"),
                BigInteger.valueOf(serial.incrementAndGet()),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                new X500Name(name),
                SubjectPublicKeyInfo.getInstance(publicKey))
            .build(signer())
            .getEncoded());
  }

  public EncodedCertificate own() throws Exception {
    return certify("CN=Test CA", keys.getPublic().getEncoded());
  }

  private org.bouncycastle.operator.ContentSigner signer() throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
  }
}
