package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A damaged archive stops no more than it must, and says what it is.
class DamagedArchiveTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path home;

  @Test
  void theOthersAreSentAndAnEarlierOneIsNotForgotten() throws Exception {
    try (RunningPortal portal = RunningPortal.start(home)) {
      String lost = keep("enrolment");
      String whole = keep("termination");
      damage(lost);
      String pin = Files.readString(home.resolve("practice/pin.txt")).strip() + "\n";

      JsonNode sent =
          json(run(pin, "outbox", "send", "--pin-stdin", "--json", "--portal", portal.url()), 7);
      assertThat(sent.get("declarations")).hasSize(1);
      assertThat(sent.at("/declarations/0/declarationId").asString()).isEqualTo(whole);
      assertThat(sent.at("/error/id").asString()).isEqualTo("archive.damaged");
      assertThat(sent.at("/error/message").asString()).contains(lost);
      assertThat(PortalRecords.in(home).withId(whole)).isEqualTo(1);

      String file = home.resolve("enrolment.xlsx").toString();
      JsonNode refused = json(run("", "send", file, "--later", "--json"), 2);
      assertThat(refused.at("/error/id").asString()).isEqualTo("usage.earlierUnreadable");
      assertThat(refused.at("/error/next").asString()).contains("--not-filed-before");
      JsonNode kept = json(run("", "send", file, "--later", "--not-filed-before", "--json"), 0);
      assertThat(kept.get("stage").asString()).isEqualTo("CHECKED");
    }
  }

  @Test
  void aFolderInItsPlaceIsSaidInWords() throws Exception {
    Files.createDirectories(home.resolve("archive.db"));

    RealProcess.Ended ended = run("", "outbox", "list");

    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.err()).contains("archive.db").contains("folder").doesNotContain("Exception");
  }

  @Test
  void oneThatIsGoneAltogetherIsMissed() throws Exception {
    assertThat(run("", "outbox", "list").code()).isZero();
    Files.delete(home.resolve("archive.db"));
    Files.delete(home.resolve("archive.key"));

    JsonNode refused = json(run("", "outbox", "list", "--json"), 7);

    assertThat(refused.at("/error/id").asString()).isEqualTo("archive.gone");
    assertThat(home.resolve("archive.db")).doesNotExist();
  }

  private String keep(String kind) throws IOException, InterruptedException {
    String file = home.resolve(kind + ".xlsx").toString();
    assertThat(run("", "template", kind, file, "--sample", "3").code()).isZero();
    return json(run("", "send", file, "--later", "--json"), 0).get("declarationId").asString();
  }

  private void damage(String id) throws Exception {
    UUID uuid = UUID.fromString(id);
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("archive.db"));
        PreparedStatement zero =
            connection.prepareStatement(
                "UPDATE step SET ciphertext = zeroblob(length(ciphertext)) WHERE id = ?")) {
      zero.setBytes(1, bytes);
      assertThat(zero.executeUpdate()).isEqualTo(1);
    }
  }

  private static JsonNode json(RealProcess.Ended ended, int code) {
    assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(code);
    return JSON.readTree(ended.out());
  }

  private RealProcess.Ended run(String stdin, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--lang", "en"));
    return RealProcess.certassist(stdin, all.toArray(String[]::new));
  }
}
