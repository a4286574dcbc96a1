package org.certassist.keys.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.jspecify.annotations.Nullable;

/// A certificate whose every part that we look at has been read once, so that nothing about it
/// throws later.
///
/// @param canonical the bytes are DER; a BER certificate may be shown but is never trusted, because
///   programs disagree on which bytes its signature covers
/// @param signs the key usage allows signatures over documents (or there is no key usage)
/// @param signsCertificates the key usage allows signing certificates (or there is none)
/// @param ca basic constraints say CA; a version 1 certificate cannot say so
/// @param pathLength how many CAs may stand below it
/// @param hasUnknownCritical it carries a critical extension that we do not honour
public record ParsedCertificate(
    EncodedCertificate encoded,
    X509CertificateHolder holder,
    KeyDescription key,
    Instant notBefore,
    Instant notAfter,
    boolean canonical,
    CertificateUsage usage,
    boolean signs,
    boolean signsCertificates,
    boolean ca,
    int pathLength,
    boolean hasUnknownCritical) {
  private static final int LARGEST = 256 * 1024;
  private static final Set<Integer> SIGNING =
      Set.of(KeyUsage.digitalSignature, KeyUsage.nonRepudiation);
  private static final Set<Integer> ENCRYPTION =
      Set.of(KeyUsage.keyEncipherment, KeyUsage.dataEncipherment, KeyUsage.keyAgreement);

  private static final Set<ASN1ObjectIdentifier> HONOURED =
      Set.of(
          Extension.keyUsage,
          Extension.basicConstraints,
          Extension.subjectAlternativeName,
          Extension.extendedKeyUsage,
          Extension.certificatePolicies);

  /// Empty where the bytes are no certificate.
  public static Optional<ParsedCertificate> of(EncodedCertificate encoded) {
    return Decoding.attempt(() -> read(encoded));
  }

  private static ParsedCertificate read(EncodedCertificate encoded) throws IOException {
    byte[] der = encoded.der();
    if (der.length > LARGEST) {
      throw new IOException("certificate of " + der.length + " bytes");
    }
    X509CertificateHolder holder = new X509CertificateHolder(der);
    Extensions extensions = holder.getExtensions();
    KeyUsage keyUsage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
    BasicConstraints constraints =
        extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    return new ParsedCertificate(
        encoded,
        holder,
        KeyDescription.of(holder.getSubjectPublicKeyInfo()),
        holder.getNotBefore().toInstant(),
        holder.getNotAfter().toInstant(),
        Arrays.equals(der, holder.toASN1Structure().getEncoded(ASN1Encoding.DER)),
        keyUsage == null ? CertificateUsage.BOTH : usage(keyUsage),
        keyUsage == null || hasAny(keyUsage, SIGNING),
        keyUsage == null || keyUsage.hasUsages(KeyUsage.keyCertSign),
        constraints != null && constraints.isCA(),
        constraints == null
            ? Integer.MAX_VALUE
            : pathLength(constraints.getPathLenConstraintInteger()),
        extensions != null
            && Arrays.stream(extensions.getCriticalExtensionOIDs())
                .anyMatch(oid -> !HONOURED.contains(oid)));
  }

  private static int pathLength(@Nullable ASN1Integer length) {
    return length == null ? Integer.MAX_VALUE : length.intPositiveValueExact();
  }

  private static boolean hasAny(KeyUsage usage, Set<Integer> bits) {
    return bits.stream().anyMatch(usage::hasUsages);
  }

  /// A key usage without any signing bit is shown as encryption: such a certificate must not be
  /// chosen for signing, whatever else it is for.
  private static CertificateUsage usage(KeyUsage usage) {
    if (!hasAny(usage, SIGNING)) {
      return CertificateUsage.ENCRYPTION;
    }
    return hasAny(usage, ENCRYPTION) ? CertificateUsage.BOTH : CertificateUsage.SIGNING;
  }

  X500Name subject() {
    return holder.getSubject();
  }

  X500Name issuer() {
    return holder.getIssuer();
  }

  /// Issuer and subject bear the same name, as in a root.
  public boolean isSelfIssued() {
    return subject().equals(issuer());
  }

  boolean isVersionOne() {
    return holder.getVersionNumber() == 1;
  }

  boolean isValidAt(Instant at) {
    return !at.isBefore(notBefore) && !at.isAfter(notAfter);
  }
}
