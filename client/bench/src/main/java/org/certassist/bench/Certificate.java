package org.certassist.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.keys.bridge.TokenWorkshop;

/// A certificate of the day for a measured key; nobody trusts its issuer.
final class Certificate {
  private Certificate() {}

  static byte[] of(TokenWorkshop.NewKey key) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair issuer = generator.generateKeyPair();
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("CN=certassist bench"),
            BigInteger.ONE,
            Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(1, ChronoUnit.DAYS)),
            new X500Name("CN=RSA"),
            SubjectPublicKeyInfo.getInstance(key.publicKey()))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate()))
        .getEncoded();
  }
}
