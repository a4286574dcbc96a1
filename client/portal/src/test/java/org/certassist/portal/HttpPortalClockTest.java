package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.time.ClockReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The portal's `Date`, and every way not to get it.
class HttpPortalClockTest {
  private static final String DATE = "Sun, 22 Nov 2026 02:10:00 GMT";
  private static final Instant HERE = TestPortal.TIME.instant();

  private TestPortal portal;

  @BeforeEach
  void start() throws Exception {
    portal = TestPortal.start();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  private HttpPortalClock clock() throws Exception {
    return new HttpPortalClock(portal.address(), portal.anchors(), TestPortal.TIME);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500, 302})
  void anyAnswerTellsTheTime(int status) throws Exception {
    portal.answer(TestPortal.json(status, "{}").addHeader("Date", DATE));

    ClockReading reading = clock().read();

    assertThat(reading).isEqualTo(ClockReading.against(HERE.plus(Duration.ofMinutes(10)), HERE));
    assertThat(portal.request().getTarget()).isEqualTo("/api/v1/health");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "Sun, 31 Nov 2026 99:99:99 GMT"})
  void anAnswerWithoutADateLeavesThisPcsTime(String date) throws Exception {
    portal.answer(TestPortal.json(200, "{}").setHeader("Date", date));

    assertThat(clock().read()).isEqualTo(ClockReading.ofThisPc(HERE));
  }

  @Test
  void aStrangersTimeCountsForNothing() throws Exception {
    try (TestPortal stranger = TestPortal.start("Interception Proxy CA", "127.0.0.1")) {
      stranger.answer(TestPortal.json(200, "{}").addHeader("Date", DATE));
      HttpPortalClock clock =
          new HttpPortalClock(stranger.address(), portal.anchors(), TestPortal.TIME);

      assertThat(clock.read()).isEqualTo(ClockReading.ofThisPc(HERE));
      assertThat(stranger.server.getRequestCount()).isZero();
    }
  }

  @Test
  void aPortalThatIsNotThereLeavesThisPcsTime() throws Exception {
    URI address = portal.address();
    List<EncodedCertificate> anchors = portal.anchors();
    portal.close();

    assertThat(new HttpPortalClock(address, anchors, TestPortal.TIME).read())
        .isEqualTo(ClockReading.ofThisPc(HERE));
  }

  /// It takes the connection and says nothing.
  @Test
  void aPortalThatIsSilentIsWaitedForThreeSeconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");
      long began = System.nanoTime();

      ClockReading reading = new HttpPortalClock(address, portal.anchors(), TestPortal.TIME).read();

      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
          .isBetween(2_000L, 30_000L);
      assertThat(reading).isEqualTo(ClockReading.ofThisPc(HERE));
    }
  }
}
