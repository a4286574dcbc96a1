package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc.LineFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the way to a portal ends, each end made with real sockets and real TLS on loopback.
class PortalLineTest {
  private TestPortal portal;

  @BeforeEach
  void start() throws Exception {
    portal = TestPortal.start();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  private LineFacts rest() throws Exception {
    return line(new PortalLine.Address.Rest(portal.address()), portal.anchors());
  }

  private static LineFacts line(PortalLine.Address address, List<EncodedCertificate> anchors)
      throws InterruptedException {
    return new PortalLine(address, anchors, TestPortal.TIME).look();
  }

  @Test
  void aPortalThatAnswersTellsTheTimeToo() throws Exception {
    portal.answer(TestPortal.json(200, "{}").addHeader("Date", "Sun, 22 Nov 2026 02:10:00 GMT"));

    LineFacts facts = rest();

    assertThat(facts.trouble()).isEmpty();
    assertThat(facts.host()).contains("127.0.0.1");
    assertThat(facts.clock().ahead()).isEqualTo(Duration.ofMinutes(-10));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # status, type,             cause
          503,      text/html,        PORTAL_DOWN
          500,      application/json, PORTAL_DOWN
          200,      text/html,        PORTAL_NOT_THERE
          302,      text/html,        PORTAL_NOT_THERE
          404,      application/json, PORTAL_NOT_THERE
          511,      text/html,        PORTAL_NOT_THERE
          """)
  void anAnswerThatIsNotThePortals(int status, String type, Cause cause) throws Exception {
    portal.answer(TestPortal.response(status, type, "{}"));

    assertThat(rest().trouble()).contains(cause);
  }

  @ParameterizedTest
  @CsvSource({"200, ", "302, ", "404, ", "503, PORTAL_DOWN", "511, PORTAL_NOT_THERE"})
  void aPageForPeopleMayAnswerAsItLikes(int status, Cause cause) throws Exception {
    portal.answer(TestPortal.response(status, "text/html", "<html>"));

    LineFacts facts = line(new PortalLine.Address.Page(portal.address()), portal.anchors());

    assertThat(facts.trouble()).isEqualTo(Optional.ofNullable(cause));
    assertThat(portal.request().getTarget()).isEqualTo("/");
  }

  @Test
  void whoeverSitsInBetweenIsNamed() throws Exception {
    try (TestPortal stranger = TestPortal.start("Interception Proxy CA", "127.0.0.1")) {
      LineFacts facts = line(new PortalLine.Address.Rest(stranger.address()), portal.anchors());

      assertThat(facts.trouble()).contains(Cause.TLS_INTERCEPTED);
      assertThat(facts.detail()).contains("Interception Proxy CA");
      assertThat(stranger.server.getRequestCount()).isZero();
    }
  }

  @Test
  void aCertificateForAnotherName() throws Exception {
    try (TestPortal other = TestPortal.start("test root", "portal.example")) {
      assertThat(line(new PortalLine.Address.Rest(other.address()), other.anchors()).trouble())
          .contains(Cause.TLS_CERTIFICATE);
    }
  }

  @Test
  void nobodyAtTheAddress() throws Exception {
    URI address = portal.address();
    List<EncodedCertificate> anchors = portal.anchors();
    portal.close();

    assertThat(line(new PortalLine.Address.Rest(address), anchors).trouble())
        .contains(Cause.PORTAL_UNREACHABLE);
  }

  @Test
  void somebodyWhoSpeaksNoTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = plain.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException over) {
              // the test is over
            }
          });

      assertThat(
              line(
                      new PortalLine.Address.Rest(
                          URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")),
                      portal.anchors())
                  .trouble())
          .contains(Cause.TLS_FAILS);
    }
  }

  /// The name ends in `.invalid`, which no server may know (RFC 6761).
  @Test
  void aNameThatNobodyKnows() throws Exception {
    LineFacts facts = elsewhere(Proxy.NO_PROXY);

    assertThat(facts.trouble()).isPresent();
    assertThat(facts.trouble().get()).isIn(Cause.DNS_FAILS, Cause.NETWORK_NONE);
  }

  @Test
  void aProxyThatDoesNotAnswer() throws Exception {
    int free;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = gone.getLocalPort();
    }

    LineFacts facts =
        elsewhere(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", free)));

    assertThat(facts.trouble()).isPresent();
    assertThat(facts.trouble().get()).isIn(Cause.PROXY_UNREACHABLE, Cause.NETWORK_NONE);
  }

  /// Without an end to it the look would name no cause at all.
  @Test
  void aProxyWhoseNameNobodyTells() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    NameService silent =
        new NameService(
            host -> {
              await(over);
              return InetAddress.getLoopbackAddress();
            },
            Duration.ofMillis(100));

    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuseTunnels(proxy));

      LineFacts facts =
          elsewhere(
              new Proxy(
                  Proxy.Type.HTTP,
                  InetSocketAddress.createUnresolved("127.0.0.1", proxy.getLocalPort())),
              silent);
      over.countDown();

      assertThat(facts.trouble()).isPresent();
      assertThat(facts.trouble().get()).isIn(Cause.PROXY_UNREACHABLE, Cause.NETWORK_NONE);
    }
  }

  private static void await(CountDownLatch over) {
    try {
      var _ = over.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException leftBehind) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aProxyThatWantsALogin() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuseTunnels(proxy));

      LineFacts facts =
          elsewhere(
              new Proxy(
                  Proxy.Type.HTTP,
                  InetSocketAddress.createUnresolved("127.0.0.1", proxy.getLocalPort())));

      assertThat(facts.trouble()).isPresent();
      assertThat(facts.trouble().get()).isIn(Cause.PROXY_LOGIN, Cause.NETWORK_NONE);
    }
  }

  private static void refuseTunnels(ServerSocket proxy) {
    try {
      while (true) {
        try (Socket client = proxy.accept()) {
          client
              .getOutputStream()
              .write(
                  "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
                      .getBytes(StandardCharsets.US_ASCII));
          var _ = client.getInputStream().read(new byte[4096]);
        }
      }
    } catch (IOException over) {
      // the test is over
    }
  }

  private LineFacts elsewhere(Proxy proxy) throws Exception {
    return elsewhere(proxy, NameService.OF_SYSTEM);
  }

  private LineFacts elsewhere(Proxy proxy, NameService names) throws Exception {
    ProxySelector chosen =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(proxy);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    return new PortalLine(
            new PortalLine.Address.Rest(URI.create("https://portal.invalid/")),
            portal.anchors(),
            TestPortal.TIME,
            chosen,
            names)
        .look();
  }
}
