package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of repairs in a real file.
class RepairFileTest {
  private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadWhateverTheNamesHold() throws Exception {
    List<DoneRepair> repairs =
        List.of(
            new DoneRepair(AT, PcRepair.SET_ASIDE_CATALOGUE, List.of("a\tb", "c")),
            new DoneRepair(AT, PcRepair.FORGET_GONE_DRIVERS, List.of("/opt/驱动 \"|\n.so")));
    Path file = folder.resolve("home").resolve("repairs.json");

    new RepairFile(file).write(repairs);

    assertThat(new RepairFile(file).all()).isEqualTo(repairs);
  }

  @Test
  void whereThereIsNoneNothingWasDone() throws Exception {
    assertThat(new RepairFile(folder.resolve("none")).all()).isEmpty();
  }

  @Test
  void whatANewerVersionHasDoneIsLeftOut() throws Exception {
    assertThat(
            list(
                "[{\"at\":1,\"repair\":\"moveTheMoon\",\"before\":[]},"
                    + "{\"at\":1,\"repair\":\"makeHomeWritable\",\"before\":[\"r-x------\"]}]"))
        .extracting(DoneRepair::repair)
        .containsExactly(PcRepair.MAKE_HOME_WRITABLE);
  }

  @Test
  void whatANewerVersionHasDoneOutlivesTheNextWrite() throws Exception {
    Path file = folder.resolve("repairs.json");
    String newer =
        "{\"at\":2,\"repair\":\"moveTheMoon\",\"before\":[\"here\"],\"how\":{\"far\":3}}";
    Files.writeString(file, "[" + newer + "]");
    DoneRepair older =
        new DoneRepair(Instant.ofEpochMilli(1), PcRepair.SET_ASIDE_CATALOGUE, List.of());
    DoneRepair later =
        new DoneRepair(Instant.ofEpochMilli(3), PcRepair.SET_ASIDE_KNOWLEDGE, List.of());

    new RepairFile(file).write(List.of(older, later));

    assertThat(file)
        .content()
        .contains("setAsideCatalogue\",\"before\":[]}," + newer + ",{\"at\":3");
    assertThat(new RepairFile(file).all()).containsExactly(older, later);
  }

  @Test
  void aDamagedOrHugeListIsSaid() throws Exception {
    assertThatThrownBy(() -> list("[{\"at\":")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> list(" ".repeat(300_000))).isInstanceOf(IOException.class);
    assertThat(list("17")).isEmpty();
  }

  private List<DoneRepair> list(String content) throws IOException {
    return new RepairFile(Files.writeString(folder.resolve("repairs.json"), content)).all();
  }
}
