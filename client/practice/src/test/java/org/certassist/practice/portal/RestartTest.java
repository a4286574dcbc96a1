package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.certassist.core.fault.FaultException;
import org.certassist.practice.ca.CertificateVariant;
import org.certassist.practice.ca.PracticeCa;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RestartTest {
  @TempDir Path home;

  private static PracticePortal.Settings settings(Duration rowDelay) {
    return new PracticePortal.Settings(
        PracticePortalTest.QUICK.clock(), rowDelay, 8, Duration.ofSeconds(20));
  }

  private TestKey key() throws Exception {
    PracticeCa ca = PracticeCa.open(home.resolve("practice"), PracticePortalTest.QUICK.clock());
    return TestKey.issue(ca, PracticeUnit.PRACTICE, CertificateVariant.GOOD, "EC");
  }

  @Test
  void aRestartKeepsEverythingAndFinishesTheRows() throws Exception {
    TestKey key = key();
    String id = Documents.id();
    byte[] document = Json.canonical(Documents.enrolment(id, 2));
    String token;
    PortalClient.Reply first;
    try (PracticePortal portal = PracticePortal.start(home, 0, settings(Duration.ofMinutes(5)));
        PortalClient client = PortalClient.of(portal)) {
      token = client.token(key);
      first = client.submit(token, id, document, key.sign(document));
    }
    try (PracticePortal portal = PracticePortal.start(home, 0, settings(Duration.ofMillis(10)));
        PortalClient client = PortalClient.of(portal)) {
      assertThat(client.results(token, id).json().path("accepted").asInt()).isEqualTo(2);
      assertThat(client.submit(token, id, document, key.sign(document)).raw().body())
          .isEqualTo(first.raw().body());
    }
  }

  @Test
  void whatWasReceiptedOutlivesAKill() throws Exception {
    TestKey key = key();
    List<String> receipted = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Process process = child();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        URI address = URI.create(out.readLine());
        PortalClient client =
            new PortalClient(
                address,
                HttpClient.newBuilder()
                    .sslContext(PortalClient.trusting(home.resolve("practice/ca.pem")))
                    .build());
        String token = client.token(key);
        for (int i = 0; i < 3; i++) {
          String id = Documents.id();
          byte[] document = Json.canonical(Documents.enrolment(id, 1));
          if (client.submit(token, id, document, key.sign(document)).status() == 202) {
            receipted.add(id);
          }
        }
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        client.http().shutdownNow();
      }
    }
    assertThat(receipted).hasSize(9);
    try (PracticePortal portal = PracticePortal.start(home, 0, settings(Duration.ofMillis(10)));
        PortalClient client = PortalClient.of(portal)) {
      String token = client.token(key);
      assertThat(receipted)
          .allSatisfy(id -> {
            var results = client.results(token, id);
            assertThat(results.status()).isEqualTo(200);
            assertThat(results.json().path("accepted").asInt()).isEqualTo(1);
          });
    }
  }

  private Process child() throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Child.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// A portal in a process of its own, to be killed.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      var settings =
          new PracticePortal.Settings(
              InstantSource.fixed(PracticePortalTest.QUICK.clock().instant()),
              Duration.ofMillis(50),
              8,
              Duration.ofSeconds(20));
      PracticePortal portal = PracticePortal.start(Path.of(arguments[0]), 0, settings);
      System.out.println(portal.address());
      System.out.flush();
      Thread.currentThread().join();
    }
  }

  @Test
  void aSecondPortalOfTheSameHomeIsRefused() throws Exception {
    try (PracticePortal running = PracticePortal.start(home, 0)) {
      assertThatThrownBy(() -> PracticePortal.start(home, 0))
          .isInstanceOfSatisfying(
              FaultException.class,
              e ->
                  assertThat(e.fault())
                      .isEqualTo(
                          new StartFault.Running(
                              home.resolve("practice/portal").toString(),
                              Optional.of(running.address()))));
    }
    PracticePortal.start(home, 0).close();
  }

  @Test
  void oneThatRunsIsFoundWhileItRuns() throws Exception {
    assertThat(PracticePortal.running(home)).isEmpty();
    try (PracticePortal running = PracticePortal.start(home, 0)) {
      assertThat(PracticePortal.running(home)).contains(running.address());
    }
    assertThat(PracticePortal.running(home)).isEmpty();
    PracticePortal.start(home, 0).close();
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (PracticePortal first = PracticePortal.start(home.resolve("a"), 0)) {
      int port = first.address().getPort();
      assertThatThrownBy(() -> PracticePortal.start(home.resolve("b"), port))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isEqualTo(new StartFault.PortTaken(port)));
    }
  }

  @Test
  void dataThatAreNoDatabaseAreLeftAlone() throws Exception {
    PracticePortal.start(home, 0).close();
    Path file = home.resolve("practice/portal/portal.db");
    Files.writeString(file, "this is no database ".repeat(100));

    assertThatThrownBy(() -> PracticePortal.start(home, 0))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(StartFault.DataUnusable.class));
    assertThat(file).content().startsWith("this is no database");
  }
}
