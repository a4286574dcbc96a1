package org.certassist.core.filing;

import java.time.Instant;
import java.util.List;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.SigningKey;
import org.certassist.core.profile.Profile;

/// Refuses a key whose certificate is on the blacklist, before its PIN is sent.
///
/// It is asked when the portal has given its challenge, and with it its time: this PC's clock is
/// known to agree with the portal's then. What could not be checked stops nothing, unless the
/// region demands it: the portal checks for itself, and on the last evening of the window a CA's
/// dead server must not stop a filing.
final class RevocationGuard {
  private RevocationGuard() {}

  static void guard(SigningKey key, Profile profile, FilingDesk.Parts parts)
      throws KeyException, InterruptedException {
    Instant now = parts.time().instant();
    CertificateCheck.Checked checked =
        new CertificateCheck(parts.certificates(), parts.revocations())
            .check(
                key.certificate(),
                new Material(key.token().issuers(profile.intermediates()), profile.trust()),
                now,
                new CertificateCheck.Asking(profile.revocation(), List.of(), now));
    switch (checked.revocation().overall()) {
      case Revocation.Good _ -> {}
      case Revocation.Revoked revoked ->
          throw new KeyException(new KeyFault.Revoked(revoked.since(), revoked.reason()));
      case Revocation.NotChecked unknown -> {
        if (profile.revocation().required()) {
          throw new KeyException(new KeyFault.RevocationNotChecked(unknown.reason()));
        }
      }
    }
  }
}
