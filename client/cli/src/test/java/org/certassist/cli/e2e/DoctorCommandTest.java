package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `doctor` on this very machine: healthy with the practice key and portal, and broken in ways that
/// are really made.
@Timeout(300)
class DoctorCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path home;

  private Ended doctor(String... more) throws Exception {
    String[] all = {"doctor", "--home", home.toString()};
    return RealProcess.certassist(
        "", Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private static Map<String, String> states(JsonNode document) {
    return document
        .at("/checks")
        .valueStream()
        .collect(
            Collectors.toMap(
                check -> check.at("/id").asString(), check -> check.at("/state").asString()));
  }

  @Test
  void findsNothingWithThePracticeKeyAndPortal() throws Exception {
    try (RunningPortal portal = RunningPortal.start(home)) {
      Ended said = doctor("--json");
      JsonNode document = JSON.readTree(said.out());

      assertThat(document.at("/first").isNull()).as(said.out()).isTrue();
      assertThat(said.code()).isZero();
      assertThat(states(document))
          .hasSize(CheckId.values().length)
          .containsEntry("statusCode", "ok")
          .containsEntry("portal", "ok")
          .containsEntry("clock", "ok")
          .containsEntry("revocation", "ok");
      assertThat(doctor("--lang", "en", "--portal", portal.url(), "--fix").out())
          .startsWith("Practice: only the practice key and portal are looked at")
          .contains("There is nothing to repair.", "Nothing was found")
          .doesNotContain("Further causes")
          .containsPattern("of no use here: .*What a portal's page sees");
    }
  }

  @Test
  void withoutARunningPortalItSaysThatNoneWasAsked() throws Exception {
    Ended said = doctor("--lang", "en");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .containsPattern("Without a result, or of no use here: .*Way to the portal");
  }

  @Test
  void namesThePortalThatIsNotThere() throws Exception {
    Ended said = doctor("--json", "--portal", "https://127.0.0.1:1/");
    JsonNode document = JSON.readTree(said.out());

    assertThat(document.at("/first").asString()).isEqualTo(Cause.PORTAL_UNREACHABLE.id());
    assertThat(states(document)).containsEntry("clock", "skipped").containsEntry("driver", "ok");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void namesALibraryThatIsGone() throws Exception {
    Ended said =
        doctor("--json", "--profile", "nanjing", "--module", home.resolve("gone.so").toString());

    assertThat(
            JSON.readTree(said.out())
                .at("/checks")
                .valueStream()
                .filter(check -> check.at("/id").asString().equals("driver"))
                .map(check -> check.at("/cause").asString()))
        .containsExactly(Cause.DRIVER_GONE.id());
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void namesAnArchiveThatIsNone() throws Exception {
    Files.writeString(home.resolve("archive.db"), "no archive");

    Ended said = doctor("--json", "--portal", "https://127.0.0.1:1/");

    assertThat(JSON.readTree(said.out()).at("/first").asString()).startsWith("archive.");
    assertThat(Files.readString(home.resolve("archive.db"))).isEqualTo("no archive");
  }

  @Test
  void saysWhatToBeginWithInWords() throws Exception {
    Files.writeString(home.resolve("knowledge.json"), "{}");
    Ended said = doctor("--lang", "en", "--portal", "https://127.0.0.1:1/");

    assertThat(said.out())
        .contains("Further causes: 1, see above")
        .contains(
            "Driver: good", "Begin here: 127.0.0.1 does not answer", "Who must act: ", "  1. ")
        .doesNotContain("not asked");
    assertThat(said.out().lines().toList().getLast())
        .matches("For the helpdesk on the phone: 1\\d{3} \\d{4} \\d{4} \\d{2}");
  }

  @Test
  void theHelpdeskSeesByTheDigitsWhatTheClerkSees() throws Exception {
    String digits =
        JSON.readTree(doctor("--json", "--portal", "https://127.0.0.1:1/").out())
            .at("/phoneCode")
            .asString();

    Ended opened = doctor("--lang", "en", "--open", digits);

    assertThat(opened.code()).isZero();
    assertThat(opened.out()).contains("Linux", "first cause 508", "certificate status 0", "PIN: ");
  }

  @Test
  void putsRightWhatItCanAndTakesItBack() throws Exception {
    Path catalogue = home.resolve("catalogue.json");
    Files.writeString(catalogue, "{}");
    Ended found = doctor("--json");
    assertThat(cause(found, "catalogue")).isEqualTo(Cause.CATALOGUE_REFUSED.id());
    assertThat(found.out()).contains("setAsideCatalogue");

    JsonNode fixed = JSON.readTree(doctor("--fix", "--json").out());
    assertThat(fixed.at("/repairs/0/id").asString()).isEqualTo("setAsideCatalogue");
    assertThat(fixed.at("/repairs/0/fault").isNull()).isTrue();
    assertThat(states(fixed)).containsEntry("catalogue", "ok");
    assertThat(catalogue).doesNotExist();

    Ended undone = doctor("--undo", "--lang", "en");
    assertThat(undone.out()).contains("The driver catalogue was put back.");
    assertThat(catalogue).hasContent("{}");
    assertThat(doctor("--undo").code()).isEqualTo(2);
  }

  @Test
  void aKnowledgeFileIsPutAsideAndNotNamedAgain() throws Exception {
    Files.writeString(home.resolve("knowledge.json"), "{}");

    JsonNode fixed = JSON.readTree(doctor("--fix", "--json").out());

    assertThat(fixed.at("/repairs/0/id").asString()).isEqualTo("setAsideKnowledge");
    assertThat(fixed.at("/first").isNull()).as(fixed.toString()).isTrue();
  }

  @Test
  void offersToTakeBackOnlyWhatWasDone() throws Exception {
    Path catalogue = home.resolve("catalogue.json");
    Path list = home.resolve("repairs.json");
    Files.writeString(catalogue, "{}");
    Files.writeString(list, "[{");

    assertThat(doctor("--fix", "--lang", "en").out()).doesNotContain("doctor --undo");
    assertThat(catalogue).hasContent("{}");

    Files.delete(list);
    assertThat(doctor("--fix", "--lang", "en").out())
        .contains("To take it back: certassist --home", home + " doctor --undo");
  }

  private static String cause(Ended said, String check) {
    return JSON.readTree(said.out())
        .at("/checks")
        .valueStream()
        .filter(each -> each.at("/id").asString().equals(check))
        .map(each -> each.at("/cause").asString())
        .findFirst()
        .orElse("none");
  }

  @Test
  void digitsThatWereMisheardAreRefused() throws Exception {
    Ended said = doctor("--lang", "en", "--open", "1234 5678 9012 34");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("phone code");
  }
}
