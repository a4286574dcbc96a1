package org.certassist.core.filing;

import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.SigningKey;

/// Refuses a key whose certificate has ended or not begun: before its PIN is sent, and again before
/// each declaration is signed, since a certificate may end while a batch is on its way.
///
/// It goes by this PC's clock, of which the login has found that it agrees with the portal's. What
/// was signed while the certificate lasted still goes; whether it came in time is the portal's
/// word.
final class TermGuard {
  private TermGuard() {}

  static void guard(SigningKey key, FilingDesk.Parts parts) throws KeyException {
    Instant now = parts.time().instant();
    Optional<CertificateFacts> facts = parts.certificates().read(key.certificate());
    if (facts.isEmpty()) {
      return; // the chain says so better
    }
    if (now.isAfter(facts.get().notAfter())) {
      throw new KeyException(new KeyFault.CertificateEnded(facts.get().notAfter()));
    }
    if (now.isBefore(facts.get().notBefore())) {
      throw new KeyException(new KeyFault.CertificateNotBegun(facts.get().notBefore()));
    }
  }
}
