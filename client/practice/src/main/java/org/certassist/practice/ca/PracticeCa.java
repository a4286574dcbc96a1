package org.certassist.practice.ca;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
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
  private final Authority usual;
  private final Authority sm2;
  private final Credential server;
  private final Credential receipts;

  private PracticeCa(Path practice, Path portal, InstantSource clock) throws IOException {
    Instant now = clock.instant();
    this.clock = clock;
    this.portal = portal;
    this.usual = authority(practice, CaKeys.P256, now);
    this.sm2 = authority(practice, CaKeys.SM2, now);
    this.server = server(now);
    this.receipts = receipts(now);
  }

  private Authority authority(Path practice, CaKeys keys, Instant now) throws IOException {
    String end = keys.suffix();
    Credential root = root(practice.resolve("ca" + end + ".pem"), "root", keys, now);
    Credential issuing =
        issuingCa(practice.resolve("issuing-ca" + end + ".pem"), "issuing-ca", root, keys, now);
    return new Authority(
        root,
        issuing,
        new Revocations(portal.resolve("revoked-root" + end + ".txt"), root, clock),
        new Revocations(portal.resolve("revoked-issuing" + end + ".txt"), issuing, clock));
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

  /// The usual root and CA and those for SM2 keys, in this order.
  public List<Authority> authorities() {
    return List.of(usual, sm2);
  }

  /// The root of all but SM2 keys, of TLS and of receipts: `ca.pem`.
  public X509CertificateHolder root() {
    return usual.root();
  }

  /// The CA that issues every certificate but those of SM2 keys, `issuing-ca.pem`.
  public X509CertificateHolder issuingCa() {
    return usual.issuingCa();
  }

  /// The root and the CA of SM2 keys: `ca-sm2.pem`, `issuing-ca-sm2.pem`.
  public Authority sm2() {
    return sm2;
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
    return usual.rootCrl();
  }

  public X509CRLHolder issuingCrl() throws IOException {
    return usual.issuingCrl();
  }

  /// Issues a unit's certificate for a public key, by the CA with keys of that sort; the revoked
  /// variant is revoked at once.
  public X509CertificateHolder issue(PublicKey key, PracticeUnit unit, CertificateVariant variant)
      throws IOException {
    CaKeys keys = keys(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    X509CertificateHolder made =
        CertificateMint.unit(issuerOf(variant, keys), key, unit, variant, clock.instant());
    if (variant == CertificateVariant.REVOKED) {
      revoke(made);
    }
    return made;
  }

  private static CaKeys keys(SubjectPublicKeyInfo key) {
    return CaKeys.of(key.getAlgorithm());
  }

  /// Puts a certificate on its issuing CA's revocation list.
  public void revoke(X509CertificateHolder certificate) throws IOException {
    authority(keys(certificate.getSubjectPublicKeyInfo())).revoke(certificate);
  }

  /// Whether a unit's certificate is of this CA, and still shows what its variant is for.
  public boolean stillServes(X509CertificateHolder certificate, CertificateVariant variant)
      throws IOException {
    return CredentialFile.issued(certificate, issuer(certificate, variant))
        && variant.stillServes(
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            clock.instant());
  }

  /// The certificate of the CA that issued a unit's certificate of a variant.
  public X509CertificateHolder issuer(X509CertificateHolder unit, CertificateVariant variant)
      throws IOException {
    return issuerOf(variant, keys(unit.getSubjectPublicKeyInfo())).certificate();
  }

  private Authority authority(CaKeys keys) {
    return switch (keys) {
      case P256 -> usual;
      case SM2 -> sm2;
    };
  }

  private Credential issuerOf(CertificateVariant variant, CaKeys keys) throws IOException {
    if (variant != CertificateVariant.FOREIGN) {
      return authority(keys).issuing();
    }
    Instant now = clock.instant();
    String end = keys.suffix() + ".pem";
    Credential root = root(portal.resolve("foreign-root" + end), "foreign-root", keys, now);
    return issuingCa(portal.resolve("foreign-ca" + end), "foreign-ca", root, keys, now);
  }

  private Credential root(Path certificate, String name, CaKeys keys, Instant now)
      throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile(name + keys.suffix()), certificate, AUTHORITY_NEEDED);
    Optional<Credential> found = file.find(Optional.empty(), now);
    if (found.isPresent()) {
      return found.get();
    }
    String place = name.equals("root") ? "" : "外地";
    X500Name subject = CertificateMint.authorityName(place + "练习" + keys.word() + "根证书");
    return file.make(keys::make, pair -> CertificateMint.root(pair, subject, years(now, 20)));
  }

  private Credential issuingCa(
      Path certificate, String name, Credential root, CaKeys keys, Instant now) throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile(name + keys.suffix()), certificate, AUTHORITY_NEEDED);
    Optional<Credential> found = file.find(Optional.of(root.certificate()), now);
    if (found.isPresent()) {
      return found.get();
    }
    String place = name.equals("issuing-ca") ? "" : "外地";
    X500Name subject = CertificateMint.authorityName(place + "练习" + keys.word() + "CA");
    return file.make(
        keys::make,
        pair -> CertificateMint.issuingCa(root, pair.getPublic(), subject, years(now, 19)));
  }

  private Credential server(Instant now) throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile("tls"), portal.resolve("tls.pem"), LEAF_NEEDED);
    Optional<Credential> found = file.find(Optional.of(usual.issuingCa()), now);
    if (found.isPresent()) {
      return found.get();
    }
    CertificateMint.Span span = days(now, 397);
    return file.make(
        CaKeys.P256::make, pair -> CertificateMint.server(usual.issuing(), pair.getPublic(), span));
  }

  private Credential receipts(Instant now) throws IOException {
    CredentialFile file =
        new CredentialFile(keyFile("receipts"), portal.resolve("receipts.pem"), RECEIPTS_NEEDED);
    Optional<Credential> found = file.find(Optional.of(usual.issuingCa()), now);
    if (found.isPresent()) {
      return found.get();
    }
    CertificateMint.Span span = days(now, 5 * 365);
    return file.make(
        CaKeys.P256::make,
        pair -> CertificateMint.receiptSigner(usual.issuing(), pair.getPublic(), span));
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
