package org.certassist.practice.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CRLHolder;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PracticePortalTest {
  @TempDir static Path home;
  static PracticePortal portal;
  static PracticeCa ca;
  static PortalClient client;
  static TestKey key;
  static TestKey otherUnit;
  static String token;

  static final PracticePortal.Settings QUICK =
      new PracticePortal.Settings(
          InstantSource.fixed(java.time.Instant.parse("2026-11-22T02:00:00Z")),
          Duration.ofMillis(30),
          8,
          Duration.ofSeconds(20));

  @BeforeAll
  static void startPortal() throws Exception {
    portal = PracticePortal.start(home, 0, QUICK);
    ca = PracticeCa.open(home.resolve("practice"), QUICK.clock());
    client = PortalClient.of(portal);
    key = TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "RSA");
    otherUnit = TestKey.issue(ca, PracticeUnit.OTHER, CertificateVariant.GOOD, "EC");
    token = client.token(key);
  }

  @AfterAll
  static void stopPortal() throws Exception {
    client.close();
    portal.close();
  }

  @Test
  void healthGivesTheTimeInShanghaiAndEveryAnswerADate() {
    PortalClient.Reply reply = client.get("/api/v1/health");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").asString()).isEqualTo("ok");
    assertThat(reply.json().path("time").asString()).isEqualTo("2026-11-22T10:00:00+08:00");
    assertThat(reply.raw().headers().firstValue("Date")).isPresent();
  }

  @Test
  void tlsHoldsOnlyForThoseWhoTrustThePracticeRoot() throws Exception {
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(portal.address().resolve("/api/v1/health")).build();
      assertThatThrownBy(() -> stranger.send(request, BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void loginNamesTheUnitOfTheCertificate() {
    PortalClient.Reply reply = client.logIn(key);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("unit").path("creditCode").asString())
        .isEqualTo(PracticeUnit.PRACTICE.creditCode());
    assertThat(reply.json().path("unit").path("name").asString())
        .isEqualTo(PracticeUnit.PRACTICE.name());
    assertThat(OffsetDateTime.parse(reply.json().path("expiresAt").asString()).toInstant())
        .isEqualTo(QUICK.clock().instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void aNonceIsTakenOnce() {
    byte[] signed = client.challenge(client.nonce());
    byte[] cms = key.sign(signed);

    assertThat(client.logIn(signed, cms).status()).isEqualTo(200);
    PortalClient.Reply again = client.logIn(signed, cms);
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.code()).isEqualTo("nonce");
  }

  @Test
  void aNonceNobodyGaveOutIsRefused() {
    byte[] signed = client.challenge("A".repeat(43));

    assertThat(client.logIn(signed, key.sign(signed)).code()).isEqualTo("nonce");
  }

  @Test
  void aChallengeForAnotherOriginIsRefused() {
    byte[] signed =
        Json.canonical(
            Map.of(
                "nonce", client.nonce(),
                "origin", "https://127.0.0.1:1",
                "purpose", "certassist-login/1"));

    PortalClient.Reply reply = client.logIn(signed, key.sign(signed));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("origin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"nonce":"%s","origin":"%s","purpose":"certassist-login/2"}
          {"origin":"%2$s","nonce":"%1$s","purpose":"certassist-login/1"}
          {"nonce":"%s","origin":"%s","purpose":"certassist-login/1","x":"y"}
          {"nonce":"%s", "origin":"%s","purpose":"certassist-login/1"}
          {"nonce":"\\ud800%s","origin":"%s","purpose":"certassist-login/1"}
          """)
  void onlyTheExactChallengeIsTaken(String form) {
    byte[] signed = form.formatted(client.nonce(), client.base()).getBytes(UTF_8);

    PortalClient.Reply reply = client.logIn(signed, key.sign(signed));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.reason()).isEqualTo("challenge-form");
  }

  @Test
  void aDeclarationIsReceiptedAndItsRowsAnswered() throws Exception {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 3));

    PortalClient.Reply reply = client.submit(token, id, document, key.sign(document));
    assertThat(reply.status()).isEqualTo(202);
    var receipt = reply.json().path("receipt");
    assertThat(receipt.path("id").asString()).isEqualTo(id);
    assertThat(receipt.path("number").asString()).matches("PR20261122-\\d{6}");
    assertThat(receipt.path("digest").path("value").asString())
        .isEqualTo(PortalStore.sha256(document));
    assertThat(receipt.path("rows").asInt()).isEqualTo(3);
    assertThat(receipt.path("covers").size()).isEqualTo(3);
    assertThat(receipt.path("notCovered").valueStream().map(node -> node.asString()))
        .containsExactly("医疗保险", "生育保险");

    var results = client.results(token, id).json();
    assertThat(results.path("accepted").asInt()).isEqualTo(3);
    assertThat(results.path("refused").asInt()).isZero();
    var state = client.get("/api/v1/declarations/" + id, token);
    assertThat(state.json().path("state").asString()).isEqualTo("done");
    assertThat(state.json().path("receipt")).isEqualTo(receipt);
    assertThat(state.json().path("signature")).isEqualTo(reply.json().path("signature"));
    assertThat(state.raw().headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void opensslVerifiesTheReceiptOverItsCanonicalForm(@TempDir Path folder) throws Exception {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    PortalClient.Reply reply = client.submit(token, id, document, key.sign(document));
    byte[] canonical =
        Json.canonical(
            Json.object(reply.raw().body()).map(body -> body.get("receipt")).orElseThrow());
    Path content = Files.write(folder.resolve("receipt"), canonical);
    Path cms =
        Files.write(
            folder.resolve("receipt.p7s"),
            Base64.getDecoder().decode(reply.json().path("signature").asString()));

    assertThat(openssl(content, cms)).isZero();
    canonical[canonical.length / 2] ^= 1;
    Files.write(content, canonical);
    assertThat(openssl(content, cms)).isNotZero();
  }

  private static int openssl(Path content, Path cms) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    cms.toString(),
                    "-content",
                    content.toString(),
                    "-CAfile",
                    portal.authority().toString(),
                    "-purpose",
                    "any",
                    "-out",
                    "/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void theSameIdAndBytesGiveTheSameReceiptAndOtherBytesAConflict() {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    byte[] other = Json.canonical(Documents.enrolment(id, 2));

    PortalClient.Reply first = client.submit(token, id, document, key.sign(document));
    PortalClient.Reply again = client.submit(token, id, document, key.sign(document));
    PortalClient.Reply conflict = client.submit(token, id, other, key.sign(other));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.raw().body()).isEqualTo(first.raw().body());
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.code()).isEqualTo("id-conflict");
  }

  @Test
  void aUnitSeesOnlyItsOwnDeclarations() {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    client.submit(token, id, document, key.sign(document));
    String others = client.token(otherUnit);

    assertThat(client.get("/api/v1/declarations/" + id, others).code()).isEqualTo("not-found");
    assertThat(client.get("/api/v1/declarations/" + id + "/results", others).status())
        .isEqualTo(404);
    assertThat(client.get("/api/v1/declarations/" + Documents.id(), token).status()).isEqualTo(404);
  }

  @Test
  void aPathThatDoesNotExistIsNoWordAboutADeclaration() {
    for (String path : List.of("/", "/api/v2/declarations/" + Documents.id())) {
      assertThat(client.get(path, token).code()).isEqualTo("no-such-place");
    }
  }

  @Test
  void nobodyFilesForAnotherUnit() {
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 1));
    String others = client.token(otherUnit);

    assertThat(client.submit(others, id, document, otherUnit.sign(document)).code())
        .isEqualTo("unit-mismatch");
    assertThat(client.submit(token, id, document, otherUnit.sign(document)).code())
        .isEqualTo("unit-mismatch");
    assertThat(client.submit(others, id, document, key.sign(document)).code())
        .isEqualTo("unit-mismatch");
    assertThat(client.get("/api/v1/declarations/" + id, token).status()).isEqualTo(404);
  }

  @Test
  void withoutATokenNothingIsShownOrFiled() {
    PortalClient.Reply reply = client.get("/api/v1/declarations/" + Documents.id(), "guess");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("token");
    assertThat(reply.raw().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(client.get("/api/v1/declarations/" + Documents.id()).status()).isEqualTo(401);
    assertThat(client.submit("guess", Documents.id(), new byte[1], new byte[1]).status())
        .isEqualTo(401);
  }

  @Test
  void resultsAreNotReadyBeforeTheRowsAreLookedAt(@TempDir Path elsewhere) throws Exception {
    var slow =
        new PracticePortal.Settings(
            QUICK.clock(), Duration.ofMinutes(5), 8, Duration.ofSeconds(20));
    try (PracticePortal slowPortal = PracticePortal.start(elsewhere, 0, slow);
        PortalClient slowClient = PortalClient.of(slowPortal)) {
      PracticeCa slowCa = PracticeCa.open(elsewhere.resolve("practice"), slow.clock());
      TestKey own = TestKey.issue(slowCa, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "EC");
      String session = slowClient.token(own);
      String id = Documents.id();
      byte[] document = Json.canonical(Documents.enrolment(id, 1));
      slowClient.submit(session, id, document, own.sign(document));

      var results = slowClient.get("/api/v1/declarations/" + id + "/results", session);
      assertThat(results.code()).isEqualTo("not-ready");
      assertThat(results.raw().headers().firstValue("Retry-After")).contains("1");
      var state = slowClient.get("/api/v1/declarations/" + id, session);
      assertThat(state.json().path("state").asString()).isEqualTo("received");
      assertThat(state.raw().headers().firstValue("Retry-After")).contains("1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/login,        405, method",
    "POST,   /api/v1/health,       405, method",
    "DELETE, /api/v1/declarations, 405, method",
    "GET,    /,                    404, no-such-place",
    "GET,    /api/v1/../secret,    404, no-such-place",
    "POST,   /api/v1/login,        415, bad-request",
  })
  void whatIsNotInTheContractGetsAProblem(String method, String path, int status, String code) {
    var reply = client.send(client.request(path).method(method, BodyPublishers.ofString("{}")));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.raw().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(reply.json().path("detail").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{}", "[]", "nonsense", "'{\"signed\":1,\"signature\":\"\"}'", "''"})
  void aLoginThatIsNoneGetsAProblem(String body) {
    var reply =
        client.send(
            client
                .request("/api/v1/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.reason()).isEqualTo("login-form");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                          400, idempotency-key",
    "3F0C9C0E-58A7-4C56-8A0B-4F5D0D5F6C11, 400, idempotency-key",
    "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11, 400, multipart",
  })
  void aSubmissionThatIsNoneGetsAProblem(String id, int status, String reason) {
    var reply =
        client.send(
            client
                .request("/api/v1/declarations")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", id)
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(BodyPublishers.ofString("--grenze\r\n\r\nhalf of it")));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.reason()).isEqualTo(reason);
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    var reply =
        client.send(
            client
                .request("/api/v1/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[(64 << 10) + 1])));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("too-large");
  }

  @Test
  void crlsAreServed() throws Exception {
    var issuing = client.get("/crl/issuing.crl");
    assertThat(issuing.raw().headers().firstValue("Content-Type")).contains("application/pkix-crl");
    assertThat(issuer("issuing")).isEqualTo(ca.issuingCa().getSubject());
    assertThat(issuer("root")).isEqualTo(ca.root().getSubject());
    assertThat(issuer("issuing-sm2")).isEqualTo(ca.sm2().issuingCa().getSubject());
    assertThat(issuer("root-sm2")).isEqualTo(ca.sm2().root().getSubject());
  }

  private X500Name issuer(String list) throws Exception {
    return new X509CRLHolder(client.get("/crl/" + list + ".crl").raw().body()).getIssuer();
  }
}
