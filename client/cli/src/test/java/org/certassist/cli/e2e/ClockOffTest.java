package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.Credential;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.ca.X509;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `certificate` and `keys` on a PC whose clock the portal contradicts: it is the portal that says
/// 810, so it is its time that counts.
@Timeout(300)
class ClockOffTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path home;
  private PracticeCa ca;
  private Path expired;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void aCertificateThatEndedAMonthAgo() throws Exception {
    ca = PracticeCa.open(home.resolve("practice"), InstantSource.system());
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    expired = home.resolve("expired.cer");
    Files.write(
        expired,
        ca.issue(
                generator.generateKeyPair().getPublic(),
                PracticeUnit.PRACTICE,
                CertificateVariant.EXPIRED)
            .getEncoded());
  }

  @Test
  void aCertificateIsJudgedByThePortalsTime() throws Exception {
    try (PortalOfAnotherTime portal = new PortalOfAnotherTime(ca, Duration.ofDays(-60))) {
      Ended json = run("certificate", expired.toString(), "--portal", portal.url(), "--json");
      JsonNode answer = JSON.readTree(json.out());
      assertThat(json.code()).as(json.out()).isZero();
      assertThat(answer.at("/status/code").asInt()).isZero();
      assertThat(answer.at("/clock/judgedBy").asString()).isEqualTo("portal");
      assertThat(Duration.ofSeconds(answer.at("/clock/aheadSeconds").asLong()))
          .isBetween(Duration.ofDays(60).minusMinutes(5), Duration.ofDays(60).plusMinutes(5));

      Ended words = run("certificate", expired.toString(), "--portal", portal.url());
      assertThat(words.out()).contains("60 days fast", "judged by the portal's time", "taskbar");
      assertThat(run("--lang", "zh", "certificate", expired.toString(), "--portal", portal.url()))
          .extracting(Ended::out)
          .asString()
          .contains("快了 60 天", "按门户的时间");
    }
  }

  @Test
  void offlineOrAtAGivenTimeNobodyIsAskedAndNothingIsSaid() throws Exception {
    try (PortalOfAnotherTime portal = new PortalOfAnotherTime(ca, Duration.ofDays(-60))) {
      Ended offline =
          run("certificate", expired.toString(), "--portal", portal.url(), "--offline", "--json");
      Ended at =
          run(
              "certificate",
              expired.toString(),
              "--portal",
              portal.url(),
              "--at",
              "2000-01-01T10:00:00+08:00",
              "--json");

      assertThat(JSON.readTree(offline.out()).at("/status/code").asInt()).isEqualTo(810);
      assertThat(JSON.readTree(at.out()).at("/status/code").asInt()).isEqualTo(809);
      assertThat(offline.out() + at.out()).doesNotContain("\"clock\"");
      assertThat(portal.asked()).isZero();
    }
  }

  @Test
  void keysAreJudgedByThePortalsTime() throws Exception {
    try (PortalOfAnotherTime portal = new PortalOfAnotherTime(ca, Duration.ofDays(4 * 365))) {
      Ended json = run("keys", "--portal", portal.url(), "--json");
      JsonNode answer = JSON.readTree(json.out());
      assertThat(json.code()).as(json.err()).isZero();
      assertThat(answer.at("/keys/0/certificates/0/status/code").asInt()).isEqualTo(810);
      assertThat(answer.at("/keys/0/certificates/0/expiry/notice").asString()).isEqualTo("ended");
      assertThat(answer.at("/clock/aheadSeconds").asLong()).isNegative();

      assertThat(run("keys", "--portal", portal.url()).out()).contains("1460 days slow");
    }
    JsonNode alone = JSON.readTree(run("keys", "--json").out());
    assertThat(alone.at("/keys/0/certificates/0/status/code").asInt()).isZero();
    assertThat(alone.has("clock")).isFalse();
  }

  @Test
  void aPortalThatSaysTheSameOrNothingChangesNothing() throws Exception {
    try (PortalOfAnotherTime portal = new PortalOfAnotherTime(ca, Duration.ofMinutes(4))) {
      Ended same = run("certificate", expired.toString(), "--portal", portal.url(), "--json");
      assertThat(JSON.readTree(same.out()).at("/status/code").asInt()).isEqualTo(810);
      assertThat(same.out()).doesNotContain("\"clock\"");
      assertThat(portal.asked()).isEqualTo(1);
    }
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "https://127.0.0.1:" + silent.getLocalPort();
      Ended none = run("certificate", expired.toString(), "--portal", url, "--json");
      assertThat(JSON.readTree(none.out()).at("/status/code").asInt()).isEqualTo(810);
      assertThat(none.out()).doesNotContain("\"clock\"");
    }
    assertThat(run("certificate", expired.toString(), "--portal", "http://a", "--json").code())
        .isEqualTo(2);
  }

  private Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    if (!all.contains("--lang")) {
      all.addAll(List.of("--lang", "en"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Program(
                new Streams(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(all.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A server with the practice portal's certificate that answers everything with 404 and a date of
  /// its own.
  private static final class PortalOfAnotherTime implements AutoCloseable {
    private final ServerSocket server;
    private final Duration ahead;
    private final AtomicInteger asked = new AtomicInteger();

    PortalOfAnotherTime(PracticeCa ca, Duration ahead) throws Exception {
      this.ahead = ahead;
      Credential credential = ca.server();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = {X509.jdk(credential.certificate()), X509.jdk(ca.issuingCa())};
      store.setKeyEntry("tls", credential.key(), new char[0], chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      server =
          context
              .getServerSocketFactory()
              .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    String url() {
      return "https://127.0.0.1:" + server.getLocalPort();
    }

    int asked() {
      return asked.get();
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          var _ = socket.getInputStream().read(new byte[8192]);
          asked.incrementAndGet();
          String date =
              DateTimeFormatter.RFC_1123_DATE_TIME
                  .withLocale(Locale.ROOT)
                  .format(ZonedDateTime.now(ZoneOffset.UTC).plus(ahead));
          socket
              .getOutputStream()
              .write(
                  ("HTTP/1.1 404 Not Found\r\nDate: "
                          + date
                          + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closedOrRefused) {
          // the next one
        }
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
