package org.certassist.portal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.portal.PortalClock;
import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A portal's clock as the `Date` of its answers tells it, over the same TLS as everything else.
///
/// Any answer will do, also a refusal. One that does not come within three seconds, comes from
/// somebody who is not trusted or has no date, is done without.
public final class HttpPortalClock implements PortalClock {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPortalClock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LARGEST_ANSWER = 64 << 10;

  private final URI address;
  private final List<EncodedCertificate> anchors;
  private final ShanghaiTime time;

  /// @param address as for [HttpPortal]
  /// @param anchors as for [HttpPortal]
  /// @param time this PC's clock
  public HttpPortalClock(URI address, List<EncodedCertificate> anchors, ShanghaiTime time) {
    this.address = address;
    this.anchors = List.copyOf(anchors);
    this.time = time;
  }

  /// Whatever holds it up, a name server too, is left behind when the time is over.
  @Override
  public ClockReading read() throws InterruptedException {
    FutureTask<ClockReading> asking = new FutureTask<>(this::ask);
    Thread.ofVirtual().name("portal-clock").start(asking);
    try {
      return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      LOG.info("no time from {}: {}", address, none.toString());
      return ClockReading.ofThisPc(time.instant());
    } finally {
      asking.cancel(true);
    }
  }

  private ClockReading ask() throws NoAnswerException, InterruptedException {
    Transport transport =
        new Transport(address, anchors, new Timeouts(PATIENCE, PATIENCE, PATIENCE));
    Optional<Instant> portal =
        transport.send(transport.request("health").build(), LARGEST_ANSWER).date();
    return new ClockReading(time.instant(), portal);
  }
}
