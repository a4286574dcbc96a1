package org.certassist.cli.broken;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.certassist.core.certificate.EncodedCertificate;

/// A portal, or whoever stands in its place, behind real TLS on loopback; to every question it
/// gives the same answer.
final class MadePortal implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().commonName("portal root").certificateAuthority(0).build();

  private final MockWebServer server = new MockWebServer();

  private MadePortal(HeldCertificate own, MockResponse answer) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /// Whom a region's profile trusts for its portal.
  static EncodedCertificate anchor() {
    return encoded(ROOT);
  }

  private static EncodedCertificate encoded(HeldCertificate held) {
    try {
      return new EncodedCertificate(held.certificate().getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static MadePortal good(Clock clock) throws IOException {
    return answering(200, "application/json", clock.instant());
  }

  static MadePortal answering(int status, String type, Instant time) throws IOException {
    return new MadePortal(
        certificate(ROOT, builder -> builder.addSubjectAlternativeName(LOOPBACK)),
        answer(status, type, time));
  }

  static MadePortal withoutTime() throws IOException {
    return new MadePortal(
        certificate(ROOT, builder -> builder.addSubjectAlternativeName(LOOPBACK)),
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Type", "application/json")
            .body("{}")
            .build());
  }

  /// With a certificate by the root that is trusted, which is not as it should be.
  static MadePortal showing(UnaryOperator<HeldCertificate.Builder> certificate) throws IOException {
    return new MadePortal(certificate(ROOT, certificate), whatever());
  }

  static MadePortal ofAnotherName() throws IOException {
    return showing(builder -> builder.addSubjectAlternativeName("elsewhere.example"));
  }

  static MadePortal validFor(Duration from, Duration until) throws IOException {
    long now = System.currentTimeMillis(); // TLS goes by the time of the PC that the test runs on
    return showing(builder ->
        builder
            .addSubjectAlternativeName(LOOPBACK)
            .validityInterval(now + from.toMillis(), now + until.toMillis()));
  }

  /// Somebody who reads along, with a certificate of his own making.
  static MadePortal interceptedBy(String name) throws IOException {
    HeldCertificate other =
        new HeldCertificate.Builder().commonName(name).certificateAuthority(0).build();
    return new MadePortal(
        certificate(other, builder -> builder.addSubjectAlternativeName(LOOPBACK)), whatever());
  }

  private static HeldCertificate certificate(
      HeldCertificate issuer, UnaryOperator<HeldCertificate.Builder> more) {
    return more.apply(new HeldCertificate.Builder().commonName("portal").signedBy(issuer)).build();
  }

  private static MockResponse whatever() {
    return answer(200, "application/json", MadePc.NOW);
  }

  private static MockResponse answer(int status, String type, Instant time) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", type)
        .addHeader(
            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)))
        .body("{}")
        .build();
  }

  URI address() {
    return URI.create("https://" + LOOPBACK + ":" + server.getPort() + "/");
  }

  @Override
  public void close() {
    server.close();
  }
}
