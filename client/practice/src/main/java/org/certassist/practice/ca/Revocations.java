package org.certassist.practice.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.certassist.core.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// The certificates that one CA has revoked, kept in a file of `serial time` lines, and the CRL
/// made from it. A certificate revoked by another process is noticed at the next question.
final class Revocations {
  private static final Duration LIST_LASTS = Duration.ofDays(7);
  private static final Duration MADE_ANEW_AFTER = Duration.ofHours(1);

  private final Path file;
  private final Credential issuer;
  private final InstantSource clock;
  private @Nullable Issued last;

  private record Issued(String lines, Instant at, X509CRLHolder crl) {}

  Revocations(Path file, Credential issuer, InstantSource clock) {
    this.file = file;
    this.issuer = issuer;
    this.clock = clock;
  }

  synchronized void add(X509CertificateHolder certificate) throws IOException {
    String line = certificate.getSerialNumber().toString(16) + " " + clock.instant() + "\n";
    PrivateFiles.write(file, (lines() + line).getBytes(StandardCharsets.US_ASCII));
  }

  synchronized X509CRLHolder crl() throws IOException {
    String lines = lines();
    Instant now = clock.instant();
    Issued known = last;
    if (known != null
        && known.lines().equals(lines)
        && now.isBefore(known.at().plus(MADE_ANEW_AFTER))) {
      return known.crl();
    }
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(issuer.certificate().getSubject(), Date.from(now))
            .setNextUpdate(Date.from(now.plus(LIST_LASTS)));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new BcX509ExtensionUtils()
            .createAuthorityKeyIdentifier(issuer.certificate().getSubjectPublicKeyInfo()));
    builder.addExtension(
        Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
    lines
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts ->
            builder.addCRLEntry(
                new BigInteger(parts[0], 16),
                Date.from(Instant.parse(parts[1])),
                CRLReason.keyCompromise));
    X509CRLHolder crl = builder.build(CertificateMint.signer(issuer.key()));
    last = new Issued(lines, now, crl);
    return crl;
  }

  private String lines() throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.US_ASCII) : "";
  }
}
