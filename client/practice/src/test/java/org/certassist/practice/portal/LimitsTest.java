package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LimitsTest {
  private static final String HALF_A_LOGIN =
      "POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";

  @TempDir Path home;

  private PracticePortal portal(Duration requestTime) throws Exception {
    return PracticePortal.start(
        home,
        0,
        new PracticePortal.Settings(InstantSource.system(), Duration.ofMillis(30), 2, requestTime));
  }

  private static SSLSocket halfARequest(PracticePortal portal, String text) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            PortalClient.trusting(portal.authority())
                .getSocketFactory()
                .createSocket("127.0.0.1", portal.address().getPort());
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  @Test
  void aRequestThatNeverEndsIsCutOff() throws Exception {
    try (PracticePortal portal = portal(Duration.ofSeconds(2));
        PortalClient client = PortalClient.of(portal)) {
      for (String text : List.of("GET /api/v1/hea", HALF_A_LOGIN)) {
        try (SSLSocket socket = halfARequest(portal, text)) {
          socket.setSoTimeout(20_000);
          long began = System.nanoTime();
          assertThat(readAll(socket)).doesNotContain("200");
          assertThat(Duration.ofNanos(System.nanoTime() - began))
              .isLessThan(Duration.ofSeconds(15));
        }
      }
      assertThat(client.get("/api/v1/health").status()).isEqualTo(200);
    }
  }

  private static String readAll(SSLSocket socket) {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException cutOff) {
      return "";
    }
  }

  @Test
  void moreRequestsThanThePortalTakesAreAskedToComeAgain() throws Exception {
    List<SSLSocket> sockets = new ArrayList<>();
    try (PracticePortal portal = portal(Duration.ofSeconds(50));
        PortalClient client = PortalClient.of(portal)) {
      for (int i = 0; i < 2; i++) {
        sockets.add(halfARequest(portal, HALF_A_LOGIN));
      }
      PortalClient.Reply reply = client.get("/api/v1/health");
      for (int i = 0; i < 500 && reply.status() == 200; i++) {
        Thread.sleep(20);
        reply = client.get("/api/v1/health");
      }
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("busy");
      assertThat(reply.raw().headers().firstValue("Retry-After")).isPresent();
      for (SSLSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
