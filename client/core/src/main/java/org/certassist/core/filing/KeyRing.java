package org.certassist.core.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.TokenKey;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;

/// Looks at every plugged-in key and judges its certificates as the profile's portal would.
public final class KeyRing {
  private final KeyBridge bridge;
  private final Certificates certificates;
  private final CertificateCheck check;
  private final ShanghaiTime time;

  /// A key ring that asks nobody about revocation.
  public KeyRing(KeyBridge bridge, Certificates certificates, ShanghaiTime time) {
    this(bridge, certificates, Revocations.NONE, time);
  }

  public KeyRing(
      KeyBridge bridge, Certificates certificates, Revocations revocations, ShanghaiTime time) {
    this.bridge = bridge;
    this.certificates = certificates;
    this.check = new CertificateCheck(certificates, revocations);
    this.time = time;
  }

  public KeyOverview look(Profile profile) throws InterruptedException {
    Inventory inventory = bridge.inventory();
    List<SeenKey> keys = new ArrayList<>();
    for (TokenKey token : inventory.keys()) {
      keys.add(judged(token, profile));
    }
    return new KeyOverview(inventory.drivers(), keys);
  }

  /// Takes a driver out of quarantine, because the user says so; the next look calls it again.
  ///
  /// @param driver the id in its report
  public void useAgain(String driver) {
    bridge.useAgain(driver);
  }

  private SeenKey judged(TokenKey token, Profile profile) throws InterruptedException {
    Material material = new Material(token.issuers(profile.intermediates()), profile.trust());
    List<SeenCertificate> seen = new ArrayList<>();
    for (EncodedCertificate certificate : token.certificates()) {
      Instant now = time.instant();
      CertificateCheck.Checked checked =
          check.check(
              certificate,
              material,
              now,
              new CertificateCheck.Asking(profile.revocation(), List.of(), now));
      seen.add(
          new SeenCertificate(
              certificate,
              certificates.read(certificate),
              checked.report().status(),
              checked.revocation().overall()));
    }
    return new SeenKey(token, seen);
  }
}
