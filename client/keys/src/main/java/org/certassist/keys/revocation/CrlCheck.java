package org.certassist.keys.revocation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.revocation.StatementSigners.Signer;

/// Says what a list means for one certificate (RFC 5280 §6.3.3): signer, scope, age, entry, and the
/// delta lists that go with it.
final class CrlCheck {
  private final SignatureValues signatures;
  private final StatementSigners signers;
  private final SignerStatus signerStatus;
  private final Freshness freshness;

  /// @param signerStatus what is known of a signer who is not the CA itself
  CrlCheck(
      SignatureValues signatures,
      StatementSigners signers,
      SignerStatus signerStatus,
      Freshness freshness) {
    this.signatures = signatures;
    this.signers = signers;
    this.signerStatus = signerStatus;
    this.freshness = freshness;
  }

  /// A list that was found to be about the certificate and signed by the right one.
  record Genuine(CrlFile list, CrlScope scope, ParsedCertificate signer, ReasonSet reasons) {}

  /// @throws UnusableException why the list says nothing about the certificate
  Genuine genuine(CrlFile list, Subject subject, ListPoint point)
      throws UnusableException, InterruptedException {
    CrlScope scope = CrlScope.of(list);
    if (list.extension(Extension.deltaCRLIndicator).isPresent()
        || !scope.covers(subject.certificate(), point, list.issuer())) {
      throw new UnusableException(NotCheckedReason.OTHER_CERTIFICATES);
    }
    Signer signer =
        signers.ofLists(subject, list.issuer()).stream()
            .filter(one -> isSigned(list, one.certificate()))
            .findFirst()
            .orElseThrow(() -> new UnusableException(NotCheckedReason.WRONG_SIGNER));
    signerStatus.demand(signer);
    return new Genuine(list, scope, signer.certificate(), scope.reasons(point));
  }

  private boolean isSigned(CrlFile list, ParsedCertificate signer) {
    return signatures.signed(signer, list.algorithm(), list.signed(), list.signature());
  }

  /// The newest delta list that goes with a list; those that do not are passed over.
  Optional<CrlFile> delta(Genuine base, List<CrlFile> deltas) {
    return deltas.stream().filter(delta -> goesWith(delta, base)).max(CrlCheck::byNumber);
  }

  private static int byNumber(CrlFile one, CrlFile other) {
    return number(one, Extension.cRLNumber)
        .orElse(BigInteger.ZERO)
        .compareTo(number(other, Extension.cRLNumber).orElse(BigInteger.ZERO));
  }

  private boolean goesWith(CrlFile delta, Genuine base) {
    Optional<BigInteger> since = number(delta, Extension.deltaCRLIndicator);
    Optional<BigInteger> of = number(delta, Extension.cRLNumber);
    Optional<BigInteger> held = number(base.list(), Extension.cRLNumber);
    if (since.isEmpty() || of.isEmpty() || held.isEmpty()) {
      return false;
    }
    try {
      freshness.demandOfList(delta.thisUpdate(), delta.nextUpdate());
      return since.get().compareTo(held.get()) <= 0
          && of.get().compareTo(held.get()) >= 0
          && delta.issuer().equals(base.list().issuer())
          && CrlScope.of(delta).equals(base.scope())
          && isSigned(delta, base.signer());
    } catch (UnusableException unusable) {
      return false;
    }
  }

  private static Optional<BigInteger> number(CrlFile list, ASN1ObjectIdentifier id) {
    return list.extension(id)
        .flatMap(extension ->
            Decoding.attempt(() -> ASN1Integer.getInstance(extension.getParsedValue()).getValue()));
  }

  /// A listed certificate is revoked however old the list is, unless it was only suspended; an
  /// unlisted one is good as long as the list counts.
  ///
  /// @throws UnusableException `notYetValid`, `tooOld`, `malformed`, `unknownExtension`
  Revocation says(Genuine base, Optional<CrlFile> delta, Subject subject, RevocationSource source)
      throws UnusableException {
    Optional<CrlFile.Entry> newest =
        delta.isPresent() ? find(delta.get(), base, subject) : Optional.empty();
    Optional<CrlFile.Entry> entry = newest.isPresent() ? newest : find(base.list(), base, subject);
    boolean listed = entry.filter(one -> one.reason() != CrlFile.Entry.REMOVED).isPresent();
    if (!listed || entry.get().reason() == CrlFile.Entry.HOLD) {
      freshness.demandOfList(base.list().thisUpdate(), base.list().nextUpdate());
    }
    CrlFile last = delta.orElse(base.list());
    return listed
        ? new Revocation.Revoked(
            source, entry.get().since(), RevocationReason.of(entry.get().reason()))
        : new Revocation.Good(source, last.thisUpdate(), last.nextUpdate());
  }

  private static Optional<CrlFile.Entry> find(CrlFile list, Genuine base, Subject subject)
      throws UnusableException {
    return list.find(
        subject.certificate().holder().getIssuer(),
        subject.certificate().holder().getSerialNumber(),
        base.scope().indirect());
  }
}
