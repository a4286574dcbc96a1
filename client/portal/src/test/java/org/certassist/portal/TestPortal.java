package org.certassist.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.time.ShanghaiTime;

/// A scripted portal behind real TLS on loopback.
final class TestPortal implements AutoCloseable {
  static final String NONCE = "q8Jc0m3x6s3r9v1oVn0l2m6Jb7uQG0cQm7n2d3Jw4Yk";
  static final String TOKEN = "canary-token-0m4eYb0l3V3r0cW1m2nq1c7m0d8QyB6o";
  static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofSeconds(10));

  static final ShanghaiTime TIME = at("2026-11-22T10:00:00+08:00");

  final HeldCertificate root;
  final MockWebServer server = new MockWebServer();

  private TestPortal(String rootName, String host) throws IOException {
    root = new HeldCertificate.Builder().commonName(rootName).certificateAuthority(0).build();
    HeldCertificate own =
        new HeldCertificate.Builder()
            .commonName("test portal")
            .addSubjectAlternativeName(host)
            .signedBy(root)
            .build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_1_1));
  }

  static TestPortal start() throws IOException {
    return start("test root", "127.0.0.1");
  }

  static TestPortal start(String rootName, String host) throws IOException {
    TestPortal portal = new TestPortal(rootName, host);
    portal.server.start(InetAddress.getLoopbackAddress(), 0);
    return portal;
  }

  static ShanghaiTime at(String time) {
    return new ShanghaiTime(Clock.fixed(OffsetDateTime.parse(time).toInstant(), ZoneOffset.UTC));
  }

  URI address() {
    return URI.create(origin() + "/");
  }

  String origin() {
    return "https://127.0.0.1:" + server.getPort();
  }

  List<EncodedCertificate> anchors() throws Exception {
    return List.of(new EncodedCertificate(root.certificate().getEncoded()));
  }

  HttpPortal client() throws Exception {
    return new HttpPortal(address(), anchors(), SHORT, TIME);
  }

  /// Logged in, with the two requests of the login taken away.
  PortalSession session() throws Exception {
    return session(client());
  }

  PortalSession session(HttpPortal client) throws Exception {
    answer(json(200, challenge(origin())));
    answer(json(200, "{\"token\":\"" + TOKEN + "\",\"expiresAt\":\"2026-11-22T10:30:00+08:00\"}"));
    PortalSession session = client.logIn(challenge -> new byte[] {1, 2, 3});
    request();
    request();
    return session;
  }

  static String challenge(String origin) {
    return "{\"nonce\":\"%s\",\"origin\":\"%s\",\"issuedAt\":\"2026-11-22T10:00:00+08:00\"}"
        .formatted(NONCE, origin);
  }

  void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  static MockResponse.Builder json(int status, String body) {
    return response(status, "application/json", body);
  }

  static MockResponse.Builder problem(int status, String body) {
    return response(status, "application/problem+json", body);
  }

  static MockResponse.Builder response(int status, String type, String body) {
    return new MockResponse.Builder().code(status).addHeader("Content-Type", type).body(body);
  }

  /// Answers that make the library throw, each in its own way.
  static Stream<MockResponse.Builder> unreadable() {
    return Stream.of(
        json(202, "{}").setHeader("Content-Length", -7),
        json(202, "{}").status("HTTP/1.1 -12 OK"),
        json(202, "{}").status("HTTP/1.1 2o2 OK"),
        json(202, "{}").status("good morning"));
  }

  RecordedRequest request() throws InterruptedException {
    RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().string(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
