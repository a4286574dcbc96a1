package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LimitsTest {
  @TempDir static Path home;
  static PracticePortal portal;

  @BeforeAll
  static void startPortal() throws Exception {
    portal =
        PracticePortal.start(
            home,
            0,
            new PracticePortal.Settings(
                InstantSource.system(), Duration.ofMillis(30), 2, Duration.ofSeconds(2)));
  }

  @AfterAll
  static void stopPortal() throws Exception {
    portal.close();
  }

  private static SSLSocket halfARequest(String text) throws Exception {
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
    String head = "POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
    for (String text : List.of("GET /api/v1/hea", head)) {
      try (SSLSocket socket = halfARequest(text)) {
        socket.setSoTimeout(20_000);
        long began = System.nanoTime();
        assertThat(readAll(socket)).doesNotContain("200");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
      }
    }
    try (PortalClient client = PortalClient.of(portal)) {
      assertThat(client.get("/api/v1/health").status()).isEqualTo(200);
    }
  }

  private static String readAll(SSLSocket socket) {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException cutOff) {
      return "";
    }
  }

  @Test
  void moreRequestsThanThePortalTakesAreAskedToComeAgain() throws Exception {
    String head = "POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
    List<SSLSocket> sockets = new ArrayList<>();
    try (PortalClient client = PortalClient.of(portal)) {
      for (int i = 0; i < 2; i++) {
        sockets.add(halfARequest(head));
      }
      PortalClient.Reply reply = client.get("/api/v1/health");
      for (int i = 0; i < 50 && reply.status() == 200; i++) {
        Thread.sleep(10);
        reply = client.get("/api/v1/health");
      }
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("busy");
      assertThat(reply.raw().headers().firstValue("Retry-After")).isPresent();
    } finally {
      for (SSLSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
