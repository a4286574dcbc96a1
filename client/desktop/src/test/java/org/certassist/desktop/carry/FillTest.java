package org.certassist.desktop.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.declaration.Column;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.key.PinState;
import org.certassist.desktop.Desk;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The checked rows go into the portal's own template, which is the sheet in hand then.
@Timeout(60)
class FillTest {
  private static final Path OUT = Path.of("filled.xlsx");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void open() {
    office = new Office(folder).withKey(PinState.OK);
    List<String> fields = Samples.enrolment().columns().stream().map(Column::field).toList();
    office.templates.put("portal.xlsx", Samples.enrolment(), fields);
    office.templates.put(
        "short.xlsx",
        Samples.enrolment(),
        fields.stream().filter(field -> !field.equals("phone")).toList());
    desk = new Desk(office);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void change(String name) {
    desk.does(
        () -> desk.check.sheet().orElseThrow().put(List.of(new EditedDraft.At(0, "name")), name));
  }

  @Test
  void whatIsFilledIsOpenedAndCheckedAndSaidOfUntilItIsChanged() {
    desk.opens("good.xlsx");

    desk.does(() -> desk.fill.fill(Path.of("portal.xlsx"), OUT));

    FillState.Filled filled = desk.until(desk.fill.state(), FillState.Filled.class);
    assertThat(filled.filled().leftOut()).isEmpty();
    CheckState.Checked checked = desk.until(desk.check.state(), CheckState.Checked.class);
    assertThat(checked.file()).isEqualTo(OUT);
    assertThat(checked.rows()).isEqualTo(12);
    assertThat(desk.check.unchangedFile()).contains(OUT);
    assertThat(desk.fill.state().get()).isEqualTo(filled);
    change("王小明");
    desk.until(desk.fill.state(), FillState.Idle.class);
  }

  @Test
  void columnsWithoutAPlaceAreNamed() {
    desk.opens("good.xlsx");

    desk.does(() -> desk.fill.fill(Path.of("short.xlsx"), OUT));

    assertThat(desk.until(desk.fill.state(), FillState.Filled.class).filled().leftOut())
        .extracting(Column::field)
        .containsExactly("phone");
  }

  @Test
  void aRefusalLeavesTheSheetInHand() {
    desk.opens("good.xlsx");

    desk.does(() -> desk.fill.fill(Path.of("memo.xlsx"), OUT));

    assertThat(desk.until(desk.fill.state(), FillState.Refused.class).fault().id())
        .isEqualTo("file.notATemplate");
    assertThat(desk.check.fileOnDisk()).contains(Path.of("good.xlsx"));
    change("王小明");
    desk.until(desk.fill.state(), FillState.Idle.class);
  }

  @Test
  void whatSheTypedMeanwhileIsNotReplacedByWhatWasFilledIn() {
    CountDownLatch hold = new CountDownLatch(1);
    office.templates.holding(hold);
    desk.opens("good.xlsx");
    desk.does(() -> desk.fill.fill(Path.of("portal.xlsx"), OUT));
    change("王小明");
    desk.until(desk.check.state(), CheckState.Checked.class);

    hold.countDown();

    desk.until(desk.fill.state(), FillState.Idle.class);
    assertThat(desk.check.fileOnDisk()).contains(Path.of("good.xlsx"));
    assertThat(desk.check.unchangedFile()).isEmpty();
  }

  @Test
  void whatHasErrorsIsNotFilledIn() {
    desk.opens("faulty.xlsx");

    desk.does(() -> desk.fill.fill(Path.of("portal.xlsx"), OUT));

    assertThat(desk.fill.state().get()).isInstanceOf(FillState.Idle.class);
    assertThat(desk.check.fileOnDisk()).contains(Path.of("faulty.xlsx"));
  }
}
