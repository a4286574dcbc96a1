package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.certassist.core.portal.LookupOutcome;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Asking for an id and for row answers.
@Timeout(60)
class AskingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void aKnownDeclarationComesWithItsReceipt() throws Exception {
    portal.answer(TestPortal.json(200, Receipts.STATE));
    assertThat(session.find(Receipts.ID))
        .isInstanceOfSatisfying(
            LookupOutcome.Known.class,
            known -> {
              SubmitTest.assertReceipt(known.receipt());
              assertThat(known.subject()).isEqualTo(Receipts.SUBJECT);
            });
    assertThat(portal.request().getTarget()).isEqualTo("/api/v1/declarations/" + Receipts.ID);
  }

  @Test
  void onlyThePortalsOwnWordSaysThatItIsNotKnown() throws Exception {
    portal.answer(TestPortal.problem(404, "{\"code\":\"not-found\",\"detail\":\"未查询到该申报\"}"));
    assertThat(session.find(Receipts.ID)).isEqualTo(new LookupOutcome.NotKnown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | text/html                | <html>404</html>          | http-404
          404 | application/json         | {"code":"not-found"}      | http-404
          404 | application/problem+json | {"code":"no-such-place"}  | http-404
          410 | application/problem+json | {"code":"not-found"}      | http-410
          401 | application/problem+json | {"code":"token"}          | http-401
          500 | application/problem+json | {"code":"not-found"}      | http-500
          302 | text/html                | <html>                    | http-302
          200 | text/html                | <html>                    | not-json
          200 | application/json         | {"id":"x"}                | malformed-answer
          """)
  void anOddAnswerToTheQuestionIsNoAnswer(int status, String type, String body, String cause)
      throws Exception {
    portal.answer(TestPortal.response(status, type, body));
    assertThat(session.find(Receipts.ID)).isEqualTo(new LookupOutcome.NoAnswer(cause));
  }

  @Test
  void theStateOfAnotherDeclarationIsNoAnswer() throws Exception {
    portal.answer(TestPortal.json(200, Receipts.STATE.replaceFirst("3f0c9c0e", "4f0c9c0e")));
    assertThat(session.find(Receipts.ID)).isEqualTo(new LookupOutcome.NoAnswer("malformed-answer"));
  }

  @Test
  void aBrokenLineIsNoAnswer() throws Exception {
    portal.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    assertThat(session.find(Receipts.ID)).isEqualTo(new LookupOutcome.NoAnswer("connection"));
    portal.answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isEqualTo(new ResultsOutcome.NoAnswer("connection"));
  }

  @ParameterizedTest
  @MethodSource("org.certassist.portal.TestPortal#unreadable")
  void anAnswerThatCannotBeReadIsNoAnswer(MockResponse.Builder unreadable) throws Exception {
    portal.answer(unreadable);
    assertThat(session.find(Receipts.ID)).isEqualTo(new LookupOutcome.NoAnswer("malformed-answer"));
    portal.answer(unreadable);
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isEqualTo(new ResultsOutcome.NoAnswer("malformed-answer"));
  }

  /// Bytes that come just often enough to be no silence.
  @Test
  void rowAnswersThatDripAreWaitedForNoLongerThanThePatience() throws Exception {
    portal.answer(
        TestPortal.json(200, "{\"rows\":[" + " ".repeat(2_000) + "]}")
            .throttleBody(1, 100, TimeUnit.MILLISECONDS));
    long before = System.nanoTime();

    ResultsOutcome outcome = session.results(Receipts.ID, Duration.ofSeconds(1));

    assertThat(outcome).isEqualTo(new ResultsOutcome.NoAnswer("timeout"));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TestPortal.SHORT.whole());
  }

  @Test
  void rowAnswersAreTheRowsWithErrors() throws Exception {
    portal.answer(
        TestPortal.json(
            200,
            results(
                "\"accepted\":127,\"refused\":1,\"rows\":[{\"row\":9,\"message\":\"未获取到人员基本信息\"}]")));
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isEqualTo(
            new ResultsOutcome.Ready(
                new RowAnswers(127, 1, List.of(new RowAnswers.RowAnswer(9, "未获取到人员基本信息")))));
    assertThat(portal.request().getTarget())
        .isEqualTo("/api/v1/declarations/" + Receipts.ID + "/results");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "accepted":1.5,"refused":0,"rows":[]
          "accepted":-1,"refused":0,"rows":[]
          "accepted":1,"refused":0
          "accepted":1,"refused":1,"rows":[{"row":"9","message":"x"}]
          "accepted":1,"refused":1,"rows":[{"row":9}]
          "accepted":99999999999,"refused":0,"rows":[]
          """)
  void answersThatMakeNoSenseAreNoAnswer(String members) throws Exception {
    portal.answer(TestPortal.json(200, results(members)));
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isEqualTo(new ResultsOutcome.NoAnswer("malformed-answer"));
  }

  @ParameterizedTest
  @CsvSource({"1, PT1S", "0, PT0.2S", "3600, PT1M", "soon, PT2S", "-5, PT2S", ", PT2S"})
  void whileItIsNotReadyWeWaitAsLongAsAskedWithinBounds(String header, Duration wait)
      throws Exception {
    MockResponse.Builder answer = TestPortal.problem(409, "{\"code\":\"not-ready\"}");
    if (header != null) {
      answer.addHeader("Retry-After", header);
    }
    portal.answer(answer);
    assertThat(session.results(Receipts.ID, PATIENCE)).isEqualTo(new ResultsOutcome.NotYet(wait));
  }

  @Test
  void theWaitMayBeADate() throws Exception {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(20).atOffset(ZoneOffset.UTC));
    portal.answer(
        TestPortal.problem(409, "{\"code\":\"not-ready\"}").addHeader("Retry-After", date));
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isInstanceOfSatisfying(
            ResultsOutcome.NotYet.class,
            notYet ->
                assertThat(notYet.retryAfter())
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(21)));
  }

  @ParameterizedTest
  @CsvSource({"409, other, http-409", "404, not-found, http-404", "503, busy, http-503"})
  void otherRefusalsAreNoAnswer(int status, String code, String cause) throws Exception {
    portal.answer(TestPortal.problem(status, "{\"code\":\"" + code + "\"}"));
    assertThat(session.results(Receipts.ID, PATIENCE))
        .isEqualTo(new ResultsOutcome.NoAnswer(cause));
  }

  private static String results(String members) {
    return "{\"id\":\"" + Receipts.ID + "\",\"state\":\"done\"," + members + "}";
  }
}
