package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okio.Buffer;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Problem;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.SubmitOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SubmitTest {
  private static final byte[] DOCUMENT = "{\"name\":\"李小芳\"}\r\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CMS = {0x30, (byte) 0x80, 13, 10, 45, 45, 0, -1};

  private TestPortal portal;
  private PortalSession session;

  @BeforeEach
  void logIn() throws Exception {
    portal = TestPortal.start();
    session = portal.session();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void theExactBytesLeaveOnceUnderTheirId() throws Exception {
    portal.answer(TestPortal.json(202, Receipts.SIGNED));
    submit();
    RecordedRequest request = portal.request();
    assertThat(request.getRequestLine()).startsWith("POST /api/v1/declarations ");
    assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo(Receipts.ID.toString());
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestPortal.TOKEN);
    String type = String.valueOf(request.getHeaders().get("Content-Type"));
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(request.getBody()).isNotNull();
    String body = Objects.requireNonNull(request.getBody()).string(StandardCharsets.ISO_8859_1);
    String[] parts = body.split("--" + boundary, -1);
    assertThat(parts).hasSize(4);
    assertThat(parts[1])
        .contains("Content-Disposition: form-data; name=\"declaration\"")
        .contains("Content-Type: application/json\r\n")
        .endsWith("\r\n\r\n" + new String(DOCUMENT, StandardCharsets.ISO_8859_1) + "\r\n");
    assertThat(parts[2])
        .contains("Content-Disposition: form-data; name=\"signature\"")
        .contains("Content-Type: application/pkcs7-signature\r\n")
        .endsWith("\r\n\r\n" + new String(CMS, StandardCharsets.ISO_8859_1) + "\r\n");
    assertThat(parts[3]).isEqualTo("--\r\n");
    assertThat(portal.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void theReceiptIsReadAndItsBytesAreKept() throws Exception {
    portal.answer(TestPortal.json(202, Receipts.SIGNED));
    assertThat(submit())
        .isInstanceOfSatisfying(
            SubmitOutcome.Accepted.class,
            accepted -> {
              assertReceipt(accepted.receipt());
              assertThat(accepted.subject()).isEqualTo(Receipts.SUBJECT);
            });
  }

  static void assertReceipt(Receipt receipt) {
    assertThat(receipt.number()).isEqualTo("PR20261122-000001");
    assertThat(receipt.id()).isEqualTo(Receipts.ID);
    assertThat(receipt.sha256()).isEqualTo(Receipts.DIGEST);
    assertThat(receipt.receivedAt()).isEqualTo(OffsetDateTime.parse("2026-11-22T10:00:01+08:00"));
    assertThat(receipt.notCovered()).containsExactly("医疗保险", "生育保险");
    assertThat(new String(receipt.signedForm(), StandardCharsets.UTF_8))
        .isEqualTo(Receipts.CANONICAL);
    assertThat(receipt.signature()).containsExactly(1, 2, 3);
    assertThat(new String(receipt.original(), StandardCharsets.UTF_8))
        .contains("\n \"digest\": {\"value\": \"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          422 | {"code":810,"detail":"CA验签结果失败，状态码：810","type":"urn:x"} | 810 | CA验签结果失败，状态码：810
          422 | {"code":"unit-mismatch","detail":"单位信息不匹配"}                 | unit-mismatch | 单位信息不匹配
          422 | {"code":"window-closed"}                                           | window-closed | ''
          400 | {"code":"bad-request","detail":"请求格式错误"}                     | bad-request | 请求格式错误
          413 | {"code":"too-large","detail":7}                                    | too-large | ''
          """)
  void aProblemWithACodeIsARefusal(int status, String body, String code, String detail)
      throws Exception {
    portal.answer(TestPortal.problem(status, body));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Refused(new Problem(status, code, detail)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | application/json         | SIGNED                           | malformed-answer
          201 | application/json         | SIGNED                           | malformed-answer
          202 | text/html                | SIGNED                           | not-json
          202 | application/problem+json | SIGNED                           | not-json
          202 | application/json         | <html>202</html>                 | malformed-answer
          202 | application/json         | {}                               | malformed-answer
          202 | application/json         | ''                               | malformed-answer
          307 | application/json         | SIGNED                           | http-307
          308 | application/json         | SIGNED                           | http-308
          400 | text/html                | <html>bad request</html>         | http-400
          403 | text/html                | <html>captive</html>             | http-403
          404 | application/json         | {"code":"not-found"}             | http-404
          422 | application/problem+json | {"detail":"no code"}             | http-422
          422 | application/problem+json | {"code":8.5}                     | http-422
          422 | application/problem+json | {"code":""}                      | http-422
          422 | application/problem+json | <html>                           | http-422
          401 | application/problem+json | {"code":"token"}                 | http-401
          408 | application/problem+json | {"code":"slow"}                  | http-408
          409 | application/problem+json | {"code":"id-conflict"}           | http-409
          429 | application/problem+json | {"code":"busy"}                  | http-429
          400 | application/problem+json | {"code":"internal"}              | http-400
          403 | application/problem+json | {"code":"waf-1020"}              | http-403
          403 | application/problem+json | {"code":"unit-mismatch"}         | http-403
          404 | application/problem+json | {"code":"not-found"}             | http-404
          404 | application/problem+json | {"code":"malformed"}             | http-404
          405 | application/problem+json | {"code":"method"}                | http-405
          410 | application/problem+json | {"code":5}                       | http-410
          422 | application/problem+json | {"code":"bad-request"}           | http-422
          422 | application/problem+json | {"code":801}                     | http-422
          422 | application/problem+json | {"code":"unit-unknown"}          | http-422
          500 | application/problem+json | {"code":"internal"}              | http-500
          502 | text/html                | <html>bad gateway</html>         | http-502
          503 | application/problem+json | {"code":"busy"}                  | http-503
          """)
  void whatIsNeitherAReceiptNorARefusalIsUnconfirmedAndNotRepeated(
      int status, String type, String body, String cause) throws Exception {
    try (TestPortal elsewhere = TestPortal.start()) {
      portal.answer(
          TestPortal.response(status, type, body.replace("SIGNED", Receipts.SIGNED))
              .addHeader("Location", elsewhere.origin() + "/api/v1/declarations")
              .addHeader("Retry-After", "0"));
      assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed(cause));
      assertThat(portal.server.getRequestCount()).isEqualTo(3);
      assertThat(elsewhere.server.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "rows": 128               | "rows": 128.5
          "rows": 128               | "rows": 1e2
          "rows": 128               | "rows": null
          "rows": 128               | "rows": 9007199254740992
          "rows": 128               | "rows": 92233720368547758070
          "rows": 128               | "rows": 1, "rows": 128
          "number": "PR20261122-000001" | "number": ""
          "number": "PR20261122-000001" | "number": 7
          SHA-256                   | SHA-1
          9f86d081                  | 9F86D081
          9f86d081                  | 9f86
          2026-11-22T10:00:01+08:00 | 2026-11-22
          "notCovered"              | "other"
          "kind"                    | "other"
          "rows": 128               | "rows": "128"
          "rows": 128               | "rows": 1.5
          "creditCode"              | "other"
          "unit": {                 | "unit": 7, "other": {
          AQID                      | !!!!
          3f0c9c0e-58a7             | zzzz
          苏州                      | \\ud800
          """)
  void aReceiptThatIsNotQuiteOneIsUnconfirmed(String good, String bad) throws Exception {
    assertThat(Receipts.SIGNED).contains(good);
    portal.answer(TestPortal.json(202, Receipts.SIGNED.replace(good, bad)));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("malformed-answer"));
  }

  @Test
  void aLineThatBreaksAfterThePortalTookItLeavesItUnconfirmed() throws Exception {
    portal.answer(
        TestPortal.json(202, Receipts.SIGNED).onResponseStart(new SocketEffect.CloseSocket()));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("connection"));
    assertThat(portal.request().getBodySize()).isPositive();
    assertThat(portal.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aLineThatBreaksWhileWeSendLeavesItUnconfirmed() throws Exception {
    portal.answer(
        TestPortal.json(202, Receipts.SIGNED).onRequestBody(new SocketEffect.CloseSocket()));
    assertThat(session.submit(Receipts.ID, new byte[4 << 20], CMS))
        .isEqualTo(new SubmitOutcome.Unconfirmed("connection"));
    assertThat(portal.server.getRequestCount()).isLessThanOrEqualTo(3);
  }

  @Test
  void aCutAnswerIsUnconfirmed() throws Exception {
    portal.answer(
        TestPortal.json(202, Receipts.SIGNED)
            .setHeader("Content-Length", 100_000)
            .onResponseEnd(new SocketEffect.CloseSocket()));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("truncated-answer"));
    portal.answer(
        TestPortal.json(202, Receipts.SIGNED).onResponseBody(new SocketEffect.CloseSocket()));
    assertThat(submit()).isInstanceOf(SubmitOutcome.Unconfirmed.class);
  }

  @ParameterizedTest
  @MethodSource("org.certassist.portal.TestPortal#unreadable")
  void anAnswerThatCannotBeReadLeavesItUnconfirmed(MockResponse.Builder unreadable)
      throws Exception {
    portal.answer(unreadable);
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("malformed-answer"));
  }

  @Test
  void aServerThatHangsLeavesItUnconfirmed() throws Exception {
    portal.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("timeout"));
    assertThat(portal.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aGiantAnswerIsNotTakenIn() throws Exception {
    Buffer giant = new Buffer();
    giant.writeUtf8("{\"receipt\":\"" + " ".repeat(8 << 20) + "\"}");
    portal.answer(
        new MockResponse.Builder()
            .code(202)
            .addHeader("Content-Type", "application/json")
            .chunkedBody(giant, 1 << 16));
    assertThat(submit()).isEqualTo(new SubmitOutcome.Unconfirmed("answer-too-large"));
  }

  @Test
  void anInterruptEndsTheCallAtOnce() throws Exception {
    portal.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
    Timeouts patient =
        new Timeouts(Duration.ofSeconds(50), Duration.ofSeconds(50), Duration.ofSeconds(50));
    Thread caller = Thread.currentThread();
    HttpPortal client =
        new HttpPortal(portal.address(), portal.anchors(), patient, TestPortal.TIME);
    Thread.ofVirtual()
        .start(() -> {
          try {
            portal.server.takeRequest(20, TimeUnit.SECONDS);
            Thread.sleep(100);
          } catch (InterruptedException never) {
            throw new IllegalStateException(never);
          }
          caller.interrupt();
        });
    long started = System.nanoTime();
    assertThatThrownBy(() -> client.logIn(challenge -> new byte[] {1}))
        .isInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aNewerProtocolServesAsWell() throws Exception {
    try (TestPortal modern = TestPortal.start()) {
      modern.server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
      PortalSession newer = modern.session();
      modern.answer(TestPortal.json(202, Receipts.SIGNED));
      assertThat(newer.submit(Receipts.ID, DOCUMENT, CMS))
          .isInstanceOf(SubmitOutcome.Accepted.class);
      assertThat(modern.request().getVersion()).isEqualTo("HTTP/2");
    }
  }

  @Test
  void theTokenShowsNowhere() {
    assertThat(session.toString()).doesNotContain("canary");
  }

  private SubmitOutcome submit() throws InterruptedException {
    return session.submit(Receipts.ID, DOCUMENT, CMS);
  }
}
