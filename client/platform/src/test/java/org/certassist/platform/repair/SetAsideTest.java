package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.core.repair.RepairException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refused data file is set aside and put back, in real folders.
class SetAsideTest {
  @TempDir Path home;

  private SetAside remedy;

  @BeforeEach
  void begin() {
    remedy = new SetAside(home, "catalogue.json");
  }

  @Test
  void theFileAndItsSignatureGetAnotherNameAndTheirOwnAgain() throws Exception {
    put("catalogue.json");
    put("catalogue.json.sig");
    put("archive.db");

    List<String> before = before();
    remedy.apply(before);
    assertThat(names())
        .containsExactlyInAnyOrder(
            "archive.db", "catalogue.json.aside1", "catalogue.json.sig.aside1");

    remedy.undo(before);
    assertThat(names())
        .containsExactlyInAnyOrder("archive.db", "catalogue.json", "catalogue.json.sig");
  }

  @Test
  void oneThatWasSetAsideEarlierStays() throws Exception {
    put("catalogue.json.aside1");
    put("catalogue.json");

    remedy.apply(before());

    assertThat(names()).containsExactlyInAnyOrder("catalogue.json.aside1", "catalogue.json.aside2");
    assertThat(home.resolve("catalogue.json.aside2")).hasContent("catalogue.json");
  }

  @Test
  void aSignatureThatWasSetAsideEarlierStaysToo() throws Exception {
    put("catalogue.json.sig.aside1");
    put("catalogue.json");
    put("catalogue.json.sig");

    remedy.apply(before());

    assertThat(names())
        .containsExactlyInAnyOrder(
            "catalogue.json.sig.aside1", "catalogue.json.aside2", "catalogue.json.sig.aside2");
  }

  @Test
  void oneThatWasDeletedMeanwhileDoesNotHoldUpTheOther() throws Exception {
    put("catalogue.json");
    put("catalogue.json.sig");
    List<String> before = before();
    remedy.apply(before);
    Files.delete(home.resolve("catalogue.json.sig.aside1"));

    remedy.undo(before);

    assertThat(names()).containsExactly("catalogue.json");
  }

  @Test
  void whereThereIsNoFileThereIsNothingToDo() {
    assertThat(before()).isEmpty();
  }

  @Test
  void aSecondFileThatDoesNotMoveLetsTheFirstBack() throws Exception {
    put("catalogue.json");
    put("catalogue.json.sig");
    List<String> before = before();
    Files.delete(home.resolve("catalogue.json.sig"));

    assertThatThrownBy(() -> remedy.apply(before))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("repair.notDone");

    assertThat(names()).containsExactly("catalogue.json");
  }

  @Test
  void aNewFileOfThatNameIsNotOverwrittenByTheOldOne() throws Exception {
    put("catalogue.json");
    List<String> before = before();
    remedy.apply(before);
    Files.writeString(home.resolve("catalogue.json"), "new");

    assertThatThrownBy(() -> remedy.undo(before))
        .hasMessageContaining("repair.pastUndo")
        .hasMessageContaining("catalogue.json");

    assertThat(home.resolve("catalogue.json")).hasContent("new");
    assertThat(home.resolve("catalogue.json.aside1")).hasContent("catalogue.json");
  }

  @Test
  void theSignatureStaysWithTheFileItBelongsTo() throws Exception {
    put("catalogue.json");
    put("catalogue.json.sig");
    List<String> before = before();
    remedy.apply(before);
    put("catalogue.json");

    assertThatThrownBy(() -> remedy.undo(before)).hasMessageContaining("repair.pastUndo");

    assertThat(names())
        .containsExactlyInAnyOrder(
            "catalogue.json", "catalogue.json.aside1", "catalogue.json.sig.aside1");
  }

  @Test
  void aJournalOfAStrangerLeadsNowhere() throws Exception {
    Path outside = Files.writeString(home.resolve("outside"), "outside");
    Path inner = Files.createDirectory(home.resolve("inner"));
    Files.createDirectory(inner.resolve("catalogue.json.aside"));
    for (String name : List.of("archive.db.aside1", "catalogue.json.aside1", "drafts")) {
      Files.writeString(inner.resolve(name), name);
    }

    List<String> written =
        List.of(
            "catalogue.json\tcatalogue.json.aside/../../outside",
            "../outside\tcatalogue.json.aside1",
            "catalogue.json/../../x\tcatalogue.json/../../x.aside1",
            "archive.db\tarchive.db.aside1",
            "catalogue.json\tdrafts",
            "catalogue.json\tcatalogue.json.aside1\tmore",
            "no tab");
    assertThatThrownBy(() -> new SetAside(inner, "catalogue.json").undo(written))
        .hasMessageContaining("repair.pastUndo");

    assertThat(outside).hasContent("outside");
    assertThat(names()).containsExactlyInAnyOrder("inner", "outside");
    assertThat(inner.toFile().list())
        .containsExactlyInAnyOrder(
            "archive.db.aside1", "catalogue.json.aside", "catalogue.json.aside1", "drafts");
  }

  private List<String> before() {
    return remedy.before(NoPc.NONE);
  }

  private void put(String name) throws IOException {
    Files.writeString(home.resolve(name), name);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
