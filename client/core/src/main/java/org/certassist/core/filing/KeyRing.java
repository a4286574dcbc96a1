package org.certassist.core.filing;

import java.util.List;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.TokenKey;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;

/// Looks at every plugged-in key and judges its certificates as the profile's portal would.
public final class KeyRing {
  private final KeyBridge bridge;
  private final Certificates certificates;
  private final ShanghaiTime time;

  public KeyRing(KeyBridge bridge, Certificates certificates, ShanghaiTime time) {
    this.bridge = bridge;
    this.certificates = certificates;
    this.time = time;
  }

  public KeyOverview look(Profile profile) throws InterruptedException {
    Inventory inventory = bridge.inventory();
    return new KeyOverview(
        inventory.drivers(),
        inventory.keys().stream().map(token -> judged(token, profile)).toList());
  }

  /// Takes a driver out of quarantine, because the user says so; the next look calls it again.
  ///
  /// @param driver the id in its report
  public void useAgain(String driver) {
    bridge.useAgain(driver);
  }

  private SeenKey judged(TokenKey token, Profile profile) {
    List<EncodedCertificate> others = token.issuers(profile.intermediates());
    return new SeenKey(
        token,
        token.certificates().stream()
            .map(certificate -> {
              CertificateStatus status =
                  certificates.check(certificate, others, profile.trust(), time.instant());
              return new SeenCertificate(certificate, certificates.read(certificate), status);
            })
            .toList());
  }
}
