package org.certassist.portal.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;
import org.certassist.core.installer.InstallerFault;
import org.certassist.portal.installer.HttpInstallers.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A server with real TLS on loopback that sends installers, and what servers do instead.
@Timeout(60)
class HttpInstallersTest {
  private static final byte[] BYTES = "an installer ".repeat(20_000).getBytes(UTF_8);
  private static final Limits SHORT = new Limits(Duration.ofMillis(400), Duration.ofSeconds(20));

  private final MockWebServer server = new MockWebServer();
  private final HeldCertificate root =
      new HeldCertificate.Builder().commonName("test root").certificateAuthority(0).build();
  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").signedBy(root).build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpInstallers client(Limits limits) throws Exception {
    return new HttpInstallers(
        List.of(new EncodedCertificate(root.certificate().getEncoded())), limits);
  }

  private Installer installer() {
    return new Installer(
        "setup.deb",
        URI.create("https://127.0.0.1:" + server.getPort() + "/d/setup.deb"),
        "ab".repeat(32),
        "CA",
        List.of(),
        BYTES.length);
  }

  private void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  private static MockResponse.Builder file(byte[] bytes) {
    return new MockResponse.Builder().body(new Buffer().write(bytes));
  }

  private void assertRefused(Limits limits, String id, Object... details) {
    assertThatThrownBy(() -> client(limits).fetch(installer(), got))
        .isInstanceOfSatisfying(
            InstallerException.class,
            refused -> assertThat(refused.fault()).isEqualTo(InstallerFault.of(id, details)));
  }

  @Test
  void anInstallerIsGotWithoutAnythingThatSaysWhoAsks() throws Exception {
    answer(file(BYTES));
    client(SHORT).fetch(installer(), got);
    assertThat(got.toByteArray()).isEqualTo(BYTES);
    RecordedRequest request = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
    assertThat(request.getRequestLine()).isEqualTo("GET /d/setup.deb HTTP/1.1");
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Accept-Encoding", "Connection", "Host", "User-Agent");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("certassist");
  }

  @Test
  void oneByteMoreThanTheCatalogueSaysIsTakenAndNoFurther() throws Exception {
    answer(file("x".repeat(4 * BYTES.length).getBytes(UTF_8)));
    client(SHORT).fetch(installer(), got);
    assertThat(got.size()).isEqualTo(BYTES.length + 1);
  }

  @Test
  void anotherSecureAddressIsFollowed() throws Exception {
    answer(new MockResponse.Builder().code(302).setHeader("Location", "/mirror/setup.deb"));
    answer(file(BYTES));
    client(SHORT).fetch(installer(), got);
    assertThat(got.toByteArray()).isEqualTo(BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1/setup.deb", "ftp://a.example/x", "https://u:p@a.example/x"})
  void anAddressThatProvesNothingIsNotFollowed(String place) {
    answer(new MockResponse.Builder().code(302).setHeader("Location", place));
    assertRefused(SHORT, "insecure", "127.0.0.1");
    assertThat(got.size()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatSendsRoundInCirclesIsLeft() {
    for (int i = 0; i < 6; i++) {
      answer(new MockResponse.Builder().code(302).setHeader("Location", "/d/setup.deb"));
    }
    assertRefused(SHORT, "unreached", "127.0.0.1", "redirects");
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"404, status-404", "503, status-503", "206, status-206", "302, status-302"})
  void whatIsNoFileIsNotTaken(int code, String word) {
    answer(file(BYTES).code(code));
    assertRefused(SHORT, "unreached", "127.0.0.1", word);
    assertThat(got.size()).isZero();
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedFor() {
    answer(file(BYTES).onResponseBody(SocketEffect.Stall.INSTANCE));
    long began = System.nanoTime();
    assertRefused(SHORT, "unreached", "127.0.0.1", "timeout");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aServerThatDripsIsNotWaitedForLongerThanAgreed() {
    answer(file(BYTES).throttleBody(1024, 100, TimeUnit.MILLISECONDS));
    long began = System.nanoTime();
    assertRefused(
        new Limits(Duration.ofSeconds(10), Duration.ofMillis(700)),
        "unreached",
        "127.0.0.1",
        "timeout");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aLineThatBreaksIsSaidToBeBroken() {
    answer(file(BYTES).onResponseBody(new SocketEffect.CloseSocket()));
    assertRefused(SHORT, "unreached", "127.0.0.1", "connection");
  }

  @Test
  void aServerOfAnotherIssuerIsNotTrusted() throws Exception {
    HeldCertificate other =
        new HeldCertificate.Builder().commonName("proxy").certificateAuthority(0).build();
    HttpInstallers client =
        new HttpInstallers(
            List.of(new EncodedCertificate(other.certificate().getEncoded())), SHORT);
    assertThatThrownBy(() -> client.fetch(installer(), got))
        .isInstanceOfSatisfying(
            InstallerException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(InstallerFault.of("unreached", "127.0.0.1", "not-trusted")));
  }

  @Test
  void aDiskThatIsFullIsNoFaultOfTheServers() {
    answer(file(BYTES));
    IOException full = new IOException("No space left on device");
    OutputStream disk =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(() -> client(SHORT).fetch(installer(), disk)).isSameAs(full);
  }

  @Test
  void itEndsWhenItIsCancelledAndWritesNothingMore() throws Exception {
    answer(file(BYTES).throttleBody(16 << 10, 100, TimeUnit.MILLISECONDS));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Thread> writer = new AtomicReference<>();
    OutputStream watched =
        new OutputStream() {
          @Override
          public void write(int one) {
            got.write(one);
          }

          @Override
          public void write(byte[] some, int offset, int length) {
            got.write(some, offset, length);
            writer.set(Thread.currentThread());
            begun.countDown();
          }
        };
    AtomicReference<Throwable> end = new AtomicReference<>();
    HttpInstallers client = client(new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                client.fetch(installer(), watched);
              } catch (Exception why) {
                end.set(why);
              }
            });
    begun.await();
    waiting.interrupt();
    waiting.join();
    int then = got.size();
    assertThat(writer.get().join(Duration.ofSeconds(20))).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(then).isLessThan(BYTES.length);
    assertThat(got.size()).isEqualTo(then);
  }
}
