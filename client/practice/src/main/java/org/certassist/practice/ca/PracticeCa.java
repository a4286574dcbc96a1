package org.certassist.practice.ca;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.practice.people.PracticeUnit;

/// The certificate authority of one practice folder.
///
/// Everything is made once and found again. What is missing, damaged, not issued by the root at
/// hand or soon to expire is made anew, so that practice still works in a year.
public final class PracticeCa {
  private static final Duration AUTHORITY_NEEDED = Duration.ofDays(4 * 365);
  private static final Duration LEAF_NEEDED = Duration.ofDays(30);
  private static final Duration RECEIPTS_NEEDED = Duration.ofDays(365);

  private final InstantSource clock;
  private final Path portal;
  private final Credential root;
  private final Credential issuing;
  private final Credential server;
  private final Credential receipts;
  private final Revocations rootRevocations;
  private final Revocations issuingRevocations;

  private PracticeCa(Path practice, Path portal, InstantSource clock) throws IOException {
    Instant now = clock.instant();
    this.clock = clock;
    this.portal = portal;
    this.root = root(practice.resolve("ca.pem"), "root", now);
    this.issuing = issuingCa(practice.resolve("issuing-ca.pem"), "issuing-ca", root, now);
    this.server = server(now);
    this.receipts = receipts(now);
    this.rootRevocations = new Revocations(portal.resolve("revoked-root.txt"), root, clock);
    this.issuingRevocations =
        new Revocations(portal.resolve("revoked-issuing.txt"), issuing, clock);
  }

  /// Finds or makes the CA of a practice folder; two processes that do so at once wait for each
  /// other.
  ///
  /// @param practice `HOME/practice`
  public static PracticeCa open(Path practice, InstantSource clock) throws IOException {
    PrivateFiles.folder(practice);
    Path portal = PrivateFiles.folder(practice.resolve("portal"));
    try (FolderLock _ = FolderLock.take(portal.resolve("ca.lock"))) {
      return new PracticeCa(practice, portal, clock);
    }
  }

  /// The one trust anchor, `ca.pem`.
  public X509CertificateHolder root() {
    return root.certificate();
  }

  /// The CA that issues every other certificate, `issuing-ca.pem`.
  public X509CertificateHolder issuingCa() {
    return issuing.certificate();
  }

  /// The TLS server's credential; the issuing CA's certificate completes its chain.
  public Credential server() {
    return server;
  }

  /// The credential that signs receipts.
  public Credential receipts() {
    return receipts;
  }

  public X509CRLHolder rootCrl() throws IOException {
    return rootRevocations.crl();
  }

  public X509CRLHolder issuingCrl() throws IOException {
    return issuingRevocations.crl();
  }

  /// Issues a unit's certificate for a public key; the revoked variant is revoked at once.
  public X509CertificateHolder issue(PublicKey key, PracticeUnit unit, CertificateVariant variant)
      throws IOException {
    X509CertificateHolder made =
        CertificateMint.unit(issuerOf(variant), key, unit, variant, clock.instant());
    if (variant == CertificateVariant.REVOKED) {
      revoke(made);
    }
    return made;
  }

  /// Puts a certificate on the issuing CA's revocation list.
  public void revoke(X509CertificateHolder certificate) throws IOException {
    issuingRevocations.add(certificate);
  }

  /// Whether a unit's certificate is of this CA, and still shows what its variant is for.
  public boolean stillServes(X509CertificateHolder certificate, CertificateVariant variant)
      throws IOException {
    return CredentialFile.issued(certificate, issuerOf(variant).certificate())
        && variant.stillServes(
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            clock.instant());
  }

  /// The certificate of the CA that issues a variant.
  public X509CertificateHolder issuer(CertificateVariant variant) throws IOException {
    return issuerOf(variant).certificate();
  }

  private Credential issuerOf(CertificateVariant variant) throws IOException {
    if (variant != CertificateVariant.FOREIGN) {
      return issuing;
    }
    Instant now = clock.instant();
    Credential foreignRoot = root(portal.resolve("foreign-root.pem"), "foreign-root", now);
    return issuingCa(portal.resolve("foreign-ca.pem"), "foreign-ca", foreignRoot, now);
  }

  private Credential root(Path certificate, String name, Instant now) throws IOException {
    CredentialFile file = new CredentialFile(keyFile(name), certificate, AUTHORITY_NEEDED);
    Optional<Credential> found = file.find(Optional.empty(), now);
    if (found.isPresent()) {
      return found.get();
    }
    X500Name subject = CertificateMint.authorityName(name.equals("root") ? "练习根证书" : "外地练习根证书");
    return file.make(
        CertificateMint::p256, pair -> CertificateMint.root(pair, subject, years(now, 20)));
  }

  private Credential issuingCa(Path certificate, String name, Credential root, Instant now)
      throws IOException {
    CredentialFile file = new CredentialFile(keyFile(name), certificate, AUTHORITY_NEEDED);
    Optional<Credential> found = file.find(Optional.of(root.certificate()), now);
    if (found.isPresent()) {
      return found.get();
    }
    X500Name subject = CertificateMint.authorityName(name.equals("issuing-ca") ? "练习CA" : "外地练习CA");
    return file.make(
        CertificateMint::p256,
        pair -> CertificateMint.issuingCa(root, pair.getPublic(), subject, years(now, 19)));
  }

  private Credential server(Instant now) throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile("tls"), portal.resolve("tls.pem"), LEAF_NEEDED);
    Optional<Credential> found = file.find(Optional.of(issuing.certificate()), now);
    if (found.isPresent()) {
      return found.get();
    }
    CertificateMint.Span span = days(now, 397);
    return file.make(
        CertificateMint::p256, pair -> CertificateMint.server(issuing, pair.getPublic(), span));
  }

  private Credential receipts(Instant now) throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile("receipts"), portal.resolve("receipts.pem"), RECEIPTS_NEEDED);
    Optional<Credential> found = file.find(Optional.of(issuing.certificate()), now);
    if (found.isPresent()) {
      return found.get();
    }
    CertificateMint.Span span = days(now, 5 * 365);
    return file.make(
        CertificateMint::p256,
        pair -> CertificateMint.receiptSigner(issuing, pair.getPublic(), span));
  }

  private Path keyFile(String name) {
    return portal.resolve(name + "-key.pem");
  }

  /// CAs begin five years back, so that an expired certificate lies within their time.
  private static CertificateMint.Span years(Instant now, int years) {
    return new CertificateMint.Span(
        now.minus(Duration.ofDays(5 * 365)), now.plus(Duration.ofDays(years * 365L)));
  }

  private static CertificateMint.Span days(Instant now, int days) {
    return new CertificateMint.Span(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(days)));
  }
}
