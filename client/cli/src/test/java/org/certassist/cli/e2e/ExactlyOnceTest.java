package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.certassist.core.filing.Milestone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program is stopped dead on its way; then `outbox send` brings the declaration to the portal
/// exactly once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KILLS = "full".equals(System.getProperty("certassist.counts")) ? 50 : 5;

  /// The send after SIGNED takes about this long here; kills are spread over it and a little more.
  private static final int SPREAD_MILLISECONDS = 900;

  private Path home;
  private RunningPortal portal;

  @BeforeAll
  void startPortal(@TempDir Path folder) throws IOException {
    home = folder;
    portal = RunningPortal.start(home);
  }

  @AfterAll
  void stopPortal() {
    portal.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Milestone.class,
      names = {"SIGNED", "SENDING", "ANSWER_HERE", "ACCEPTED", "ANSWERED"})
  void haltedAtAMilestone(Milestone milestone) throws Exception {
    Path workbook = sample(milestone.name());
    RealProcess.Ended halted =
        RealProcess.run(
            HaltingSend.class.getName(),
            "",
            Map.of(),
            home.toString(),
            workbook.toString(),
            portal.url(),
            milestone.name());
    assertThat(halted.code()).as(halted.err()).isEqualTo(HaltingSend.HALTED);

    settle();

    assertIsThereOnce(halted.out().strip());
  }

  @ParameterizedTest
  @EnumSource(
      value = Milestone.class,
      names = {"KEY_OPEN", "LOGGED_IN", "SIGNATURE_MADE"})
  void haltedBeforeTheSignatureIsKept(Milestone milestone) throws Exception {
    Path workbook = sample(milestone.name());
    RealProcess.Ended halted =
        RealProcess.run(
            HaltingSend.class.getName(),
            "",
            Map.of(),
            home.toString(),
            workbook.toString(),
            portal.url(),
            milestone.name());
    assertThat(halted.code()).as(halted.err()).isEqualTo(HaltingSend.HALTED);
    assertThat(outbox()).noneMatch(entry -> id(entry).equals(halted.out().strip()));

    RealProcess.Ended again = send(workbook);

    assertThat(again.code()).as(again.err()).isEqualTo(1);
  }

  @Test
  void killedAtRandomMoments() throws Exception {
    long seed = System.nanoTime();
    System.out.println("kills " + KILLS + ", seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < KILLS; i++) {
      Path workbook = sample("kill" + i);
      int delay = random.nextInt(SPREAD_MILLISECONDS);
      killDuringSend(workbook, delay);
      settle();
    }
    List<JsonNode> all = outbox();
    assertThat(all).isNotEmpty();
    for (JsonNode entry : all) {
      assertIsThereOnce(id(entry));
    }
  }

  private void killDuringSend(Path workbook, int delay) throws IOException, InterruptedException {
    Process process =
        RealProcess.builder(
                "org.certassist.cli.Main",
                Map.of(),
                "send",
                workbook.toString(),
                "--lang",
                "en",
                "--json",
                "--pin-stdin",
                "--portal",
                portal.url(),
                "--home",
                home.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = process.getOutputStream()) {
      in.write((pin() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    try (var err = process.errorReader(java.nio.charset.StandardCharsets.UTF_8)) {
      String line = err.readLine();
      while (line != null && !line.contains("Signature on disk")) {
        line = err.readLine();
      }
      assertThat(line).as("the signature was never kept").isNotNull();
      Thread.sleep(delay);
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /// Everything that waits is settled; the sample's refused row makes the answer "no".
  private void settle() throws IOException, InterruptedException {
    RealProcess.Ended ended =
        RealProcess.certassist(
            pin() + "\n",
            "outbox",
            "send",
            "--json",
            "--pin-stdin",
            "--portal",
            portal.url(),
            "--home",
            home.toString());
    assertThat(ended.code()).as(ended.err()).isIn(0, 1);
  }

  private RealProcess.Ended send(Path workbook) throws IOException, InterruptedException {
    return RealProcess.certassist(
        pin() + "\n",
        "send",
        workbook.toString(),
        "--json",
        "--pin-stdin",
        "--portal",
        portal.url(),
        "--home",
        home.toString());
  }

  private void assertIsThereOnce(String id) throws IOException, InterruptedException {
    assertThat(outbox())
        .filteredOn(entry -> id(entry).equals(id))
        .singleElement()
        .satisfies(entry -> assertThat(entry.get("stage").asString()).startsWith("DONE"));
    assertThat(PortalRecords.in(home).withId(id)).as("at the portal").isEqualTo(1);
    assertThat(PortalRecords.in(home).all()).as("nothing doubled").isEqualTo(finished());
  }

  private long finished() throws IOException, InterruptedException {
    return outbox().stream()
        .filter(entry -> entry.get("stage").asString().startsWith("DONE"))
        .count();
  }

  private List<JsonNode> outbox() throws IOException, InterruptedException {
    RealProcess.Ended ended =
        RealProcess.certassist("", "outbox", "list", "--json", "--home", home.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return JSON.readTree(ended.out()).get("declarations").valueStream().toList();
  }

  private static String id(JsonNode entry) {
    return entry.get("declarationId").asString();
  }

  private Path sample(String name) throws IOException, InterruptedException {
    Path workbook = home.resolve(name + ".xlsx");
    RealProcess.Ended ended =
        RealProcess.certassist(
            "",
            "template",
            "enrolment",
            workbook.toString(),
            "--sample",
            "3",
            "--home",
            home.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    return workbook;
  }

  private String pin() throws IOException {
    return Files.readString(home.resolve("practice/pin.txt")).strip();
  }
}
