package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.fault.FaultArea;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class LoginTest {
  /// A root with an SM2 key, made by openssl.
  private static final String SM2_ROOT =
      """
      MIIBbjCCAROgAwIBAgIUFRoGws1tOeLWqXXz6+3QculOltMwCgYIKoEcz1UBg3UwDDEKMAgGA1UE
      AwwBeDAeFw0yNjExMjgyMDE4MDhaFw0yNjEyMjgyMDE4MDhaMAwxCjAIBgNVBAMMAXgwWTATBgcq
      hkjOPQIBBggqgRzPVQGCLQNCAAQvvsqWi7ONdxEuZdg5Qp6YGcVQZf2z8CY9awavluSBF7x7T0ns
      byU3LHz25/oOpGlex+Ne9scnFboezX5KY8Bqo1MwUTAdBgNVHQ4EFgQUqEZXcTGnEqESt6V46sUZ
      0WkjOzwwHwYDVR0jBBgwFoAUqEZXcTGnEqESt6V46sUZ0WkjOzwwDwYDVR0TAQH/BAUwAwEB/zAK
      BggqgRzPVQGDdQNJADBGAiEAx5MbsLk6TYzAA9499Z91407ZRcXpFo3R8sFVuzs2W00CIQDKSmf7
      RrQrMN6ayBJL+NvOjTkSwZBYw9v4b/Gix4V81Q==
      """;

  private TestPortal portal;

  @BeforeEach
  void start() throws Exception {
    portal = TestPortal.start();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void theCanonicalChallengeIsSignedAndTheTokenIsUsed() throws Exception {
    portal.answer(TestPortal.json(200, TestPortal.challenge(portal.origin())));
    portal.answer(TestPortal.json(200, "{\"token\":\"abc\",\"more\":{}}"));
    portal.answer(TestPortal.problem(404, "{\"code\":\"not-found\"}"));
    String expected =
        "{\"nonce\":\"%s\",\"origin\":\"%s\",\"purpose\":\"certassist-login/1\"}"
            .formatted(TestPortal.NONCE, portal.origin());

    PortalSession session =
        portal
            .client()
            .logIn(challenge -> {
              assertThat(new String(challenge, StandardCharsets.UTF_8)).isEqualTo(expected);
              return new byte[] {9, 8, 7};
            });
    session.find(Receipts.ID);

    assertThat(portal.request().getTarget()).isEqualTo("/api/v1/challenge");
    RecordedRequest login = portal.request();
    assertThat(login.getRequestLine()).startsWith("POST /api/v1/login ");
    assertThat(login.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(TestPortal.body(login))
        .contains("\"signature\":\"CQgH\"")
        .contains(
            "\"signed\":\""
                + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8))
                + "\"");
    assertThat(portal.request().getHeaders().get("Authorization")).isEqualTo("Bearer abc");
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:1",
    "https://localhost:PORT",
    "http://127.0.0.1:PORT",
    "https://127.0.0.1:PORT/",
    "https://evil.example"
  })
  void aChallengeOfAnotherOriginIsNotSigned(String origin) throws Exception {
    String claimed = origin.replace("PORT", Integer.toString(portal.server.getPort()));
    portal.answer(TestPortal.json(200, TestPortal.challenge(claimed)));
    AtomicInteger signatures = new AtomicInteger();
    assertThatThrownBy(() ->
            portal
                .client()
                .logIn(challenge -> {
                  signatures.incrementAndGet();
                  return new byte[0];
                }))
        .isInstanceOfSatisfying(
            PortalException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(new PortalFault.WrongOrigin(portal.origin(), claimed)));
    assertThat(signatures).hasValue(0);
    assertThat(portal.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:05:01+08:00",
    "2026-11-22T09:54:59+08:00",
    "2026-12-22T10:00:00+08:00",
    "2026-11-22T10:00:00+09:00"
  })
  void withAClockThatIsOffNothingIsSigned(String here) throws Exception {
    portal.answer(TestPortal.json(200, TestPortal.challenge(portal.origin())));
    HttpPortal client =
        new HttpPortal(portal.address(), portal.anchors(), TestPortal.SHORT, TestPortal.at(here));

    PortalFault fault = fault(client);

    assertThat(fault)
        .isEqualTo(
            new PortalFault.ClockOff(
                TestPortal.TIME.instant(), OffsetDateTime.parse(here).toInstant()));
    assertThat(fault.area()).isEqualTo(FaultArea.USAGE);
    assertThat(portal.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22T10:05:00+08:00", "2026-11-22T09:55:00+08:00", "2026-11-22T02:00:00Z"})
  void aClockThatIsALittleOffIsGoodEnough(String here) throws Exception {
    HttpPortal client =
        new HttpPortal(portal.address(), portal.anchors(), TestPortal.SHORT, TestPortal.at(here));

    assertThat(portal.session(client)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | {"code":810,"detail":"CA验签结果失败，状态码：810","status":401} | 810 | CA验签结果失败，状态码：810 | portal.status.810
          401 | {"code":"unit-unknown","detail":"未查询到单位信息"} | unit-unknown | 未查询到单位信息 | portal.loginRefused
          400 | {"code":"bad-request"} | bad-request | '' | portal.loginRefused
          """)
  void theRefusalOfALoginKeepsThePortalsCodeAndWords(
      int status, String body, String code, String detail, String id) throws Exception {
    portal.answer(TestPortal.json(200, TestPortal.challenge(portal.origin())));
    portal.answer(TestPortal.problem(status, body));
    PortalFault fault = fault(portal.client());
    assertThat(fault).isEqualTo(new PortalFault.LoginRefused(new Problem(status, code, detail)));
    assertThat(fault.id()).isEqualTo(id);
    assertThat(fault.area()).isEqualTo(FaultArea.REFUSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          503 | application/problem+json | {"code":"busy"}                                       | http-503
          500 | text/html                | <html>error</html>                                    | http-500
          200 | text/html                | <html>please log in to the wireless network</html>    | not-json
          200 | text/html                | {"nonce":"NONCE","origin":"ORIGIN"}                   | not-json
          204 | application/json         | ''                                                    | malformed-answer
          302 | application/json         | {"nonce":"NONCE","origin":"ORIGIN"}                   | http-302
          200 | application/json         | {"nonce":"NONCE","origin":"x"}                        | malformed-answer
          200 | application/json         | {"nonce":"NONCE","origin":"x","issuedAt":"10:00"}      | malformed-answer
          200 | application/json         | {"nonce":"short","origin":"ORIGIN"}                   | malformed-answer
          200 | application/json         | {"nonce":"NONCE"}                                     | malformed-answer
          200 | application/json         | {"nonce":"NONCE","origin":"ORIGIN"} x                 | malformed-answer
          200 | application/json         | {"nonce":"NONCE","nonce":"NONCE","origin":"ORIGIN"}   | malformed-answer
          200 | application/json         | {"nonce":["NONCE"],"origin":"ORIGIN"}                 | malformed-answer
          200 | application/json         | [1]                                                   | malformed-answer
          200 | application/json         | ''                                                    | malformed-answer
          """)
  void anOddChallengeIsNoAnswer(int status, String type, String body, String cause)
      throws Exception {
    String filled =
        body.replace("NONCE", TestPortal.NONCE)
            .replace("ORIGIN", portal.origin() + "\",\"issuedAt\":\"2026-11-22T10:00:00+08:00");
    portal.answer(
        TestPortal.response(status, type, filled).addHeader("Location", "https://127.0.0.1:1/"));
    assertThat(fault(portal.client()))
        .isEqualTo(new PortalFault.NotReached(portal.address().toString(), cause));
    assertThat(portal.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("org.certassist.portal.TestPortal#unreadable")
  void aChallengeThatCannotBeReadIsNoAnswer(MockResponse.Builder unreadable) throws Exception {
    portal.answer(unreadable);
    assertThat(fault(portal.client()))
        .isEqualTo(new PortalFault.NotReached(portal.address().toString(), "malformed-answer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"token":"with space"}       | malformed-answer
          200 | {"token":"with\\u000abreak"} | malformed-answer
          200 | {"token":canary-token}       | malformed-answer
          200 | {"token":""}                 | malformed-answer
          200 | {}                           | malformed-answer
          400 | {"code":"internal"}          | http-400
          401 | {"code":"token"}             | http-401
          401 | {"code":"window-closed"}     | http-401
          403 | {"code":"waf-1020"}          | http-403
          404 | {"code":"not-found"}         | http-404
          422 | {"code":810}                 | http-422
          429 | {"code":"busy"}              | http-429
          503 | {"code":"busy"}              | http-503
          """)
  void anOddAnswerToTheLoginIsNoLogin(int status, String body, String cause) throws Exception {
    portal.answer(TestPortal.json(200, TestPortal.challenge(portal.origin())));
    portal.answer(
        (status == 200 ? TestPortal.json(status, body) : TestPortal.problem(status, body))
            .addHeader("Retry-After", "0"));
    assertThatThrownBy(() -> portal.client().logIn(challenge -> new byte[] {1}))
        .isInstanceOfSatisfying(
            PortalException.class,
            failed -> {
              assertThat(failed.fault())
                  .isEqualTo(new PortalFault.NotReached(portal.address().toString(), cause));
              for (Throwable each = failed; each != null; each = each.getCause()) {
                assertThat(each.toString()).doesNotContain("canary");
              }
            });
    assertThat(portal.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aServerWithAnotherCertificateIsNamedByItsIssuerAndToldNothing() throws Exception {
    try (TestPortal stranger = TestPortal.start("Interception Proxy CA", "127.0.0.1")) {
      HttpPortal client =
          new HttpPortal(stranger.address(), portal.anchors(), TestPortal.SHORT, TestPortal.TIME);
      PortalFault fault = fault(client);
      assertThat(fault).isInstanceOf(PortalFault.NotTrusted.class);
      assertThat(fault.details())
          .containsExactly(stranger.address().toString(), "CN=Interception Proxy CA");
      assertThat(stranger.server.getRequestCount()).isZero();
    }
  }

  @Test
  void theSystemsAnchorsAreNotAddedToTheProfiles() throws Exception {
    HttpPortal client =
        new HttpPortal(portal.address(), List.of(), TestPortal.SHORT, TestPortal.TIME);
    assertThat(fault(client)).isInstanceOf(PortalFault.NotTrusted.class);
  }

  /// The JDK cannot even read it; it is there for keys.
  @Test
  void anSm2RootAmongTheAnchorsIsInNobodysWay() throws Exception {
    EncodedCertificate sm2 = new EncodedCertificate(Base64.getMimeDecoder().decode(SM2_ROOT));
    List<EncodedCertificate> both = List.of(sm2, portal.anchors().getFirst());
    var _ =
        portal.session(new HttpPortal(portal.address(), both, TestPortal.SHORT, TestPortal.TIME));

    HttpPortal alone =
        new HttpPortal(portal.address(), List.of(sm2), TestPortal.SHORT, TestPortal.TIME);
    assertThat(fault(alone)).isInstanceOf(PortalFault.NotTrusted.class);
  }

  @Test
  void aCertificateForAnotherNameIsNotTrusted() throws Exception {
    try (TestPortal other = TestPortal.start("test root", "portal.example")) {
      PortalFault fault = fault(other.client());
      assertThat(fault)
          .isEqualTo(new PortalFault.NotTrusted(other.address().toString(), "CN=test root"));
    }
  }

  @Test
  void nobodyListening() throws Exception {
    URI address;
    try (ServerSocket socket = new ServerSocket(0)) {
      address = URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }
    HttpPortal client =
        new HttpPortal(address, portal.anchors(), TestPortal.SHORT, TestPortal.TIME);
    assertThat(fault(client))
        .isEqualTo(new PortalFault.NotReached(address.toString(), "connection"));
  }

  @Test
  void aServerThatHangsIsLeft() throws Exception {
    portal.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    assertThat(fault(portal.client()))
        .isEqualTo(new PortalFault.NotReached(portal.address().toString(), "timeout"));
  }

  @Test
  void aServerThatDripsIsLeftWhenTheWholeTimeIsUp() throws Exception {
    portal.answer(
        TestPortal.json(200, TestPortal.challenge(portal.origin()))
            .throttleBody(1, 100, TimeUnit.MILLISECONDS));
    Timeouts timeouts =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));
    HttpPortal client =
        new HttpPortal(portal.address(), portal.anchors(), timeouts, TestPortal.TIME);
    long started = System.nanoTime();
    assertThat(fault(client))
        .isEqualTo(new PortalFault.NotReached(portal.address().toString(), "timeout"));
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void plainHttpIsNotAPortal() {
    assertThatThrownBy(() ->
            new HttpPortal(
                URI.create("http://127.0.0.1:1"), List.of(), TestPortal.SHORT, TestPortal.TIME))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PortalFault fault(HttpPortal client) {
    try {
      client.logIn(challenge -> new byte[] {1});
      throw new AssertionError("logged in");
    } catch (PortalException failed) {
      return (PortalFault) failed.fault();
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }
}
