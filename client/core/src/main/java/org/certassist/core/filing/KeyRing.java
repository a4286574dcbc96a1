package org.certassist.core.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.certassist.core.certificate.CertificateCheck;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.Revocations;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;
import org.certassist.core.key.TokenKey;
import org.certassist.core.portal.PortalClock;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every plugged-in key and judges its certificates as the profile's portal would.
public final class KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private final KeyBridge bridge;
  private final Certificates certificates;
  private final CertificateCheck alone;
  private final CertificateCheck asking;
  private final ShanghaiTime time;
  private final PortalClock clock;

  /// A key ring that asks nobody about revocation.
  public KeyRing(KeyBridge bridge, Certificates certificates, ShanghaiTime time) {
    this(bridge, certificates, Revocations.NONE, time);
  }

  /// A key ring that asks no portal for its time.
  public KeyRing(
      KeyBridge bridge, Certificates certificates, Revocations revocations, ShanghaiTime time) {
    this(bridge, certificates, revocations, time, PortalClock.ofThisPc(time));
  }

  public KeyRing(
      KeyBridge bridge,
      Certificates certificates,
      Revocations revocations,
      ShanghaiTime time,
      PortalClock clock) {
    this.bridge = bridge;
    this.certificates = certificates;
    this.alone = new CertificateCheck(certificates, Revocations.NONE);
    this.asking = new CertificateCheck(certificates, revocations);
    this.time = time;
    this.clock = clock;
  }

  /// Nobody is asked about revocation or the time, so that a key shows at once also where nobody is
  /// reached.
  public KeyOverview look(Profile profile) throws InterruptedException {
    return alone(bridge.inventory(), profile);
  }

  /// As [#look], after something was plugged in or pulled out.
  ///
  /// @param all as for [KeyBridge#inventoryAfresh]
  public KeyOverview lookAfresh(Profile profile, boolean all) throws InterruptedException {
    return alone(bridge.inventoryAfresh(all), profile);
  }

  private KeyOverview alone(Inventory inventory, Profile profile) throws InterruptedException {
    return judged(
        inventory.drivers(),
        inventory.keys(),
        profile,
        alone,
        ClockReading.ofThisPc(time.instant()));
  }

  /// The same keys by the portal's time where this PC's is wrong, and with what their CAs say of
  /// revocation; dead servers may cost 15 seconds.
  public KeyOverview ask(KeyOverview seen, Profile profile) throws InterruptedException {
    return judged(
        seen.drivers(),
        seen.keys().stream().map(SeenKey::token).toList(),
        profile,
        asking,
        clock.read());
  }

  /// The same, for so long at most; what has not come by then stays as it was seen, so that a dead
  /// server holds up nothing else.
  public KeyOverview ask(KeyOverview seen, Profile profile, Duration patience)
      throws InterruptedException {
    FutureTask<KeyOverview> asking = new FutureTask<>(() -> ask(seen, profile));
    Thread.ofVirtual().name("revocation").start(asking);
    try {
      return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      LOG.info("the CAs' answers are done without", none);
      return seen;
    } finally {
      asking.cancel(true);
    }
  }

  Instant now() {
    return time.instant();
  }

  /// Lets a driver be called again that crashed too often or whose file was exchanged, because the
  /// user says so; the next look calls it.
  ///
  /// @param driver the id in its report
  public void useAgain(String driver) {
    bridge.useAgain(driver);
  }

  private KeyOverview judged(
      List<DriverReport> drivers,
      List<TokenKey> tokens,
      Profile profile,
      CertificateCheck check,
      ClockReading reading)
      throws InterruptedException {
    List<SeenKey> keys = new ArrayList<>();
    for (TokenKey token : tokens) {
      keys.add(judged(token, profile, check, reading.now()));
    }
    return new KeyOverview(drivers, keys, reading);
  }

  private SeenKey judged(TokenKey token, Profile profile, CertificateCheck check, Instant now)
      throws InterruptedException {
    Material material = new Material(token.issuers(profile.intermediates()), profile.trust());
    List<SeenCertificate> seen = new ArrayList<>();
    for (EncodedCertificate certificate : token.certificates()) {
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
