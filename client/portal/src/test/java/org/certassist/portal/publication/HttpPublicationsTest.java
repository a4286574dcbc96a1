package org.certassist.portal.publication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.StatusPublications.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpPublicationsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Manner MANNER = new Manner(Duration.ofSeconds(20), true);
  private static final byte[] LIST = "a list".getBytes(US_ASCII);

  @TempDir Path folder;

  private final MockWebServer server = new MockWebServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpPublications publications() {
    return new HttpPublications(KeptLists.in(folder), List.of(), Duration.ofHours(4), now::get);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  private void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  private static MockResponse.Builder list() {
    return new MockResponse.Builder().body(new Buffer().write(LIST));
  }

  private RecordedRequest request() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
  }

  private static void assertBytes(Publication publication, byte[] expected) {
    byte[] bytes =
        switch (publication) {
          case Publication.Fetched(byte[] fetched, _) -> fetched;
          case Publication.Kept(byte[] kept, _) -> kept;
          case Publication.Missed missed -> throw new AssertionError(missed);
        };
    assertThat(bytes).isEqualTo(expected);
  }

  private static void assertMissed(Publication publication, NotCheckedReason reason) {
    assertThat(publication).isEqualTo(new Publication.Missed(reason));
  }

  @Test
  void aListIsGotWithoutAnythingThatSaysWhoAsks() throws Exception {
    answer(list());

    assertBytes(publications().list(address("/ca.crl?a=b"), MANNER), LIST);

    RecordedRequest request = request();
    assertThat(request.getRequestLine()).isEqualTo("GET /ca.crl?a=b HTTP/1.1");
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Accept-Encoding", "Connection", "Host", "User-Agent");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("certassist");
  }

  @Test
  void aQuestionIsPostedAndItsAnswerNeverKept() throws Exception {
    answer(list());
    answer(list());
    HttpPublications publications = publications();

    assertBytes(publications.answer(address("/ocsp"), new byte[] {1, 2}, MANNER), LIST);
    assertBytes(publications.answer(address("/ocsp"), new byte[] {1, 2}, MANNER), LIST);

    RecordedRequest request = request();
    assertThat(request.getRequestLine()).isEqualTo("POST /ocsp HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/ocsp-request");
    assertThat(Objects.requireNonNull(request.getBody()).toByteArray()).containsExactly(1, 2);
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aKeptListServesUntilItIsNoLongerYoungAndThenWhereTheServerIsGone() throws Exception {
    answer(list());
    HttpPublications publications = publications();
    URI address = address("/ca.crl");
    publications.keep(address, (Publication.Fetched) publications.list(address, MANNER));

    now.set(NOW.plus(Duration.ofHours(4)).minusSeconds(1));
    assertThat(publications().list(address, MANNER)).isInstanceOf(Publication.Kept.class);
    assertThat(server.getRequestCount()).isOne();

    now.set(NOW.plus(Duration.ofHours(4)));
    answer(new MockResponse.Builder().code(503));
    assertBytes(publications().list(address, MANNER), LIST);
    assertThat(server.getRequestCount()).isEqualTo(2);

    answer(list());
    assertThat(publications().newList(address, MANNER)).isInstanceOf(Publication.Fetched.class);
  }

  @Test
  void aListThatNobodyFoundGenuineIsNotKept() throws Exception {
    answer(list());
    answer(list());
    HttpPublications publications = publications();

    publications.list(address("/ca.crl"), MANNER);

    assertThat(publications.list(address("/ca.crl"), MANNER))
        .isInstanceOf(Publication.Fetched.class);
  }

  @Test
  void aKeptListFromTheFutureOrTooLargeIsNotUsed() throws Exception {
    URI address = address("/ca.crl");
    KeptLists.in(folder).put(address, LIST, NOW.plusSeconds(60));
    answer(list());
    assertThat(publications().list(address, MANNER)).isInstanceOf(Publication.Fetched.class);

    KeptLists.in(folder).put(address, new byte[HttpPublications.LARGEST_LIST + 1], NOW);
    answer(list());
    assertThat(publications().list(address, MANNER)).isInstanceOf(Publication.Fetched.class);
  }

  @Test
  void onlySoManyListsAreKept() throws Exception {
    for (int i = 0; i < 20; i++) {
      KeptLists.in(folder).put(URI.create("http://a/" + i), LIST, NOW.plusSeconds(i));
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(16);
    }
    assertThat(KeptLists.in(folder).find(URI.create("http://a/3"), 100)).isEmpty();
    assertThat(KeptLists.in(folder).find(URI.create("http://a/4"), 100)).isPresent();
  }

  @Test
  void aFolderThatCannotBeUsedCostsADownloadOnly() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    HttpPublications publications =
        new HttpPublications(
            KeptLists.in(file.resolve("below")), List.of(), Duration.ofHours(4), now::get);
    answer(list());

    Publication fetched = publications.list(address("/ca.crl"), MANNER);
    publications.keep(address("/ca.crl"), (Publication.Fetched) fetched);

    assertBytes(fetched, LIST);
  }

  @Test
  void aServerThatWasNotReachedIsLeftAloneForAMinute() throws Exception {
    answer(new MockResponse.Builder().code(500));
    HttpPublications publications = publications();
    URI address = address("/ca.crl");

    assertMissed(publications.list(address, MANNER), NotCheckedReason.NOT_REACHED);
    assertMissed(publications.list(address, MANNER), NotCheckedReason.NOT_REACHED);
    assertThat(server.getRequestCount()).isOne();

    now.set(NOW.plusSeconds(60));
    answer(list());
    assertBytes(publications.list(address, MANNER), LIST);
  }

  @Test
  void aServerThatHadNoTimeToAnswerIsAskedAgain() throws Exception {
    answer(new MockResponse.Builder().code(200).headersDelay(2, TimeUnit.SECONDS));
    HttpPublications publications = publications();
    URI address = address("/ca.crl");

    assertMissed(
        publications.list(address, new Manner(Duration.ofMillis(200), true)),
        NotCheckedReason.TIME_UP);
    answer(list());
    assertBytes(publications.list(address, MANNER), LIST);
  }

  @Test
  void anAddressThatIsForbiddenInOneMannerMayBeAskedInTheOther() throws Exception {
    HttpPublications publications = publications();
    URI address = address("/ca.crl");

    assertMissed(
        publications.list(address, new Manner(Duration.ofSeconds(5), false)),
        NotCheckedReason.ADDRESS_REFUSED);
    answer(list());
    assertBytes(publications.list(address, MANNER), LIST);
  }

  @Test
  void redirectsAreFollowedThreeTimes() throws Exception {
    for (int i = 0; i < 3; i++) {
      answer(new MockResponse.Builder().code(302).addHeader("Location", "/next" + i));
    }
    answer(list());
    assertBytes(publications().list(address("/ca.crl"), MANNER), LIST);

    for (int i = 0; i < 9; i++) {
      answer(new MockResponse.Builder().code(302).addHeader("Location", "/ca.crl"));
    }
    assertMissed(publications().list(address("/ca.crl"), MANNER), NotCheckedReason.NOT_REACHED);
    assertThat(server.getRequestCount()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ldap://crl.example.cn/", "http://u@127.0.0.1/", "http://"})
  void aRedirectLeadsNowhereThatACertificateMayNot(String place) throws Exception {
    answer(new MockResponse.Builder().code(302).addHeader("Location", place));

    assertMissed(publications().list(address("/ca.crl"), MANNER), NotCheckedReason.ADDRESS_REFUSED);
  }

  @Test
  void aQuestionIsNotRedirected() throws Exception {
    answer(new MockResponse.Builder().code(307).addHeader("Location", "/other"));

    assertMissed(
        publications().answer(address("/ocsp"), LIST, MANNER), NotCheckedReason.NOT_REACHED);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void thisPcIsNotAskedForAStranger() throws Exception {
    Manner strangers = new Manner(Duration.ofSeconds(20), false);

    assertMissed(
        publications().list(address("/ca.crl"), strangers), NotCheckedReason.ADDRESS_REFUSED);
    assertMissed(
        publications().answer(address("/ocsp"), LIST, strangers), NotCheckedReason.ADDRESS_REFUSED);
    assertThat(server.getRequestCount()).isZero();
  }

  static Stream<Arguments> hostileAnswers() throws IOException {
    byte[] big = new byte[HttpPublications.LARGEST_LIST + 1];
    return Stream.of(
        arguments(NotCheckedReason.TOO_LARGE, list().setHeader("Content-Length", 100 << 20)),
        arguments(NotCheckedReason.TOO_LARGE, list().chunkedBody(new Buffer().write(big), 1 << 16)),
        arguments(NotCheckedReason.NOT_REACHED, list().code(404)),
        arguments(NotCheckedReason.NOT_REACHED, list().code(204).body("")),
        arguments(
            NotCheckedReason.NOT_REACHED,
            list().onResponseBody(new SocketEffect.CloseSocket()).body("x".repeat(1000))),
        arguments(NotCheckedReason.NOT_REACHED, list().status("good morning")),
        arguments(
            NotCheckedReason.TIME_UP,
            list().body("x".repeat(1000)).throttleBody(1, 200, TimeUnit.MILLISECONDS)),
        arguments(NotCheckedReason.TIME_UP, list().headersDelay(20, TimeUnit.SECONDS)));
  }

  @ParameterizedTest
  @MethodSource("hostileAnswers")
  void aHostileAnswerCostsLittleAndIsNamed(NotCheckedReason reason, MockResponse.Builder answer)
      throws Exception {
    Manner hasty = new Manner(Duration.ofSeconds(3), true);
    answer(answer);
    long began = System.nanoTime();

    assertMissed(publications().list(address("/ca.crl"), hasty), reason);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void nothingIsUnpacked() throws Exception {
    Buffer packed = new Buffer();
    try (okio.BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.write(new byte[HttpPublications.LARGEST_LIST * 4]);
    }
    byte[] bomb = packed.snapshot().toByteArray();
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(new Buffer().write(bomb)));

    assertBytes(publications().list(address("/ca.crl"), MANNER), bomb);
  }

  @Test
  void anAnswerIsSmallerThanAList() throws Exception {
    answer(new MockResponse.Builder().body("x".repeat(HttpPublications.LARGEST_ANSWER + 1)));

    assertMissed(publications().answer(address("/ocsp"), LIST, MANNER), NotCheckedReason.TOO_LARGE);
  }

  @Test
  void whoeverIsInterruptedWaitsNoLonger() throws Exception {
    answer(list().headersDelay(30, TimeUnit.SECONDS));
    AtomicReference<Object> end = new AtomicReference<>("none");
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                end.set(publications().list(address("/ca.crl"), MANNER));
              } catch (InterruptedException interrupted) {
                end.set(interrupted);
              }
            });
    request();

    asking.interrupt();

    assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void nobodyThere() throws Exception {
    URI gone = address("/ca.crl");
    server.close();

    assertMissed(publications().list(gone, MANNER), NotCheckedReason.NOT_REACHED);
  }
}
