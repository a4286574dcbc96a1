package org.certassist.keys.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;

/// A certificate whose every part that we look at has been read once, so that nothing about it
/// throws later.
///
/// @param canonical the bytes are DER; a BER certificate may be shown but is never trusted, because
///   programs disagree on which bytes its signature covers
/// @param regular it has the form that RFC 5280 §4.1 prescribes, and its extensions can be read
/// @param signs the key usage allows signatures over documents (or there is no key usage)
public record ParsedCertificate(
    EncodedCertificate encoded,
    X509CertificateHolder holder,
    KeyDescription key,
    Instant notBefore,
    Instant notAfter,
    boolean canonical,
    boolean regular,
    CertificateUsage usage,
    boolean signs,
    CanonicalName subjectName,
    CanonicalName issuerName,
    PathExtensions path) {
  private static final int LARGEST = 256 * 1024;
  private static final Set<Integer> SIGNING =
      Set.of(KeyUsage.digitalSignature, KeyUsage.nonRepudiation);
  private static final Set<Integer> ENCRYPTION =
      Set.of(KeyUsage.keyEncipherment, KeyUsage.dataEncipherment, KeyUsage.keyAgreement);

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
    Optional<PathExtensions> path =
        extensions == null
            ? Optional.of(PathExtensions.none())
            : Decoding.attempt(() -> PathExtensions.of(extensions));
    Optional<CertificateTime> time = CertificateTime.of(holder.toASN1Structure());
    return new ParsedCertificate(
        encoded,
        holder,
        KeyDescription.of(holder.getSubjectPublicKeyInfo()),
        time.map(CertificateTime::notBefore).orElseGet(() -> holder.getNotBefore().toInstant()),
        time.map(CertificateTime::notAfter).orElseGet(() -> holder.getNotAfter().toInstant()),
        Arrays.equals(der, holder.toASN1Structure().getEncoded(ASN1Encoding.DER)),
        path.isPresent() && time.isPresent() && CertificateForm.isRegular(holder),
        keyUsage == null
            ? CertificateUsage.BOTH
            : usage(keyUsage, path.filter(PathExtensions::ca).isPresent()),
        keyUsage == null || hasAny(keyUsage, SIGNING),
        CanonicalName.of(holder.getSubject()),
        CanonicalName.of(holder.getIssuer()),
        path.orElseGet(PathExtensions::none));
  }

  private static boolean hasAny(KeyUsage usage, Set<Integer> bits) {
    return bits.stream().anyMatch(usage::hasUsages);
  }

  /// A key usage without any signing bit is shown as encryption: such a certificate must not be
  /// chosen for signing, whatever else it is for; but a CA's is called by what it is.
  private static CertificateUsage usage(KeyUsage usage, boolean ca) {
    if (!hasAny(usage, SIGNING)) {
      return ca ? CertificateUsage.AUTHORITY : CertificateUsage.ENCRYPTION;
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
    return subjectName.equals(issuerName);
  }

  boolean isVersionOne() {
    return holder.getVersionNumber() == 1;
  }

  boolean isValidAt(Instant at) {
    return !at.isBefore(notBefore) && !at.isAfter(notAfter);
  }

  /// Whether all of it is understood: it is DER, has the form that RFC 5280 §4.1 prescribes, and
  /// carries no critical extension that is not honoured here.
  public boolean isUnderstood() {
    return canonical && regular && !path.unknownCritical();
  }
}
