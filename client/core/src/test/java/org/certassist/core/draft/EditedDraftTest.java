package org.certassist.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.testing.Example;
import org.junit.jupiter.api.Test;

class EditedDraftTest {
  private static final int MOST = 50;

  private static EditedDraft three() {
    return EditedDraft.of(Example.draft("enrolment: name=甲 & name=乙 & name=丙"), 1, MOST);
  }

  private static List<String> names(EditedDraft draft) {
    return draft.rows().stream().map(row -> row.row() + row.cell("name").shown()).toList();
  }

  private static EditedDraft done(Edit edit) {
    assertThat(edit).isInstanceOf(Edit.Done.class);
    return ((Edit.Done) edit).draft();
  }

  private static List<List<String>> column(String... texts) {
    return List.of(texts).stream().map(List::of).toList();
  }

  @Test
  void thereIsAlwaysABlankRowToTypeInThatIsNotChecked() {
    EditedDraft draft = three();
    assertThat(names(draft)).containsExactly("4甲", "5乙", "6丙", "7");
    draft = draft.put(List.of(new At(3, "name")), "丁");
    assertThat(names(draft)).containsExactly("4甲", "5乙", "6丙", "7丁", "8");
    assertThat(draft.filled().rows()).hasSize(4);
  }

  @Test
  void aBlankRowInTheMiddleIsNotCheckedAndTheOthersKeepTheirNumbers() {
    EditedDraft draft = done(three().insert(1, 1));
    assertThat(names(draft)).containsExactly("4甲", "5", "6乙", "7丙", "8");
    assertThat(draft.filled().rows()).extracting(DraftRow::row).containsExactly(4, 6, 7);
  }

  @Test
  void aTextIsTakenExactlyAsItIs() {
    EditedDraft draft = three().put(List.of(new At(0, "idNumber")), "３３０１ \u200B");
    assertThat(draft.rows().getFirst().cell("idNumber"))
        .isEqualTo(new CellValue.Text("３３０１ \u200B"));
  }

  @Test
  void onlyWhiteSpaceIsNothing() {
    EditedDraft draft = three().put(List.of(new At(0, "name")), " \u00A0\u3000");
    assertThat(draft.rows().getFirst().cell("name")).isEqualTo(new CellValue.Blank());
  }

  @Test
  void aCellThatAlreadyShowsATextKeepsWhatItHolds() {
    Draft read = Example.draft("enrolment: name=甲");
    CellValue damaged = new CellValue.Numeric(new BigDecimal("3.2E17"), "3.20E+17");
    Map<String, CellValue> cells = new HashMap<>(read.rows().getFirst().cells());
    cells.put("idNumber", damaged);
    EditedDraft before =
        EditedDraft.of(
            new Draft(
                read.kind(),
                read.sheet(),
                read.unit(),
                read.unitRow(),
                read.columns(),
                List.of(new DraftRow(4, cells))),
            1,
            MOST);
    EditedDraft after = before.put(List.of(new At(0, "idNumber")), "3.20E+17");
    assertThat(after).isSameAs(before);
    assertThat(after.rows().getFirst().cell("idNumber")).isEqualTo(damaged);
  }

  @Test
  void aBlockIsPastedRightAndDownAndGrowsTheSheet() {
    List<List<String>> block = List.of(List.of("A1", "B1"), List.of("A2", "B2"), List.of("A3"));
    EditedDraft draft = done(three().paste(new At(2, "idNumber"), block));
    assertThat(draft.rows()).hasSize(6);
    assertThat(draft.rows().get(2).cell("idNumber").shown()).isEqualTo("A1");
    assertThat(draft.rows().get(3).cell("name").shown()).isEqualTo("B2");
    assertThat(draft.rows().get(4).cell("idNumber").shown()).isEqualTo("A3");
    assertThat(draft.rows().get(4).row()).isEqualTo(8);
    assertThat(draft.undo().rows()).isEqualTo(three().rows());
  }

  @Test
  void aBlankCellOfABlockEmptiesTheCellBelowIt() {
    EditedDraft draft = done(three().paste(new At(0, "name"), column("", "戊", "")));
    assertThat(names(draft)).containsExactly("4", "5戊", "6", "7");
  }

  @Test
  void blanksBeyondABlocksLastTextMakeNoRowsAndNoColumns() {
    List<List<String>> block = new ArrayList<>(Collections.nCopies(1000, List.of("", "")));
    block.set(0, Collections.nCopies(200, ""));
    block.set(1, List.of("己"));
    EditedDraft draft = done(three().paste(new At(2, "name"), block));
    assertThat(names(draft)).containsExactly("4甲", "5乙", "6", "7己", "8");
  }

  @Test
  void aBlockWithTooManyRowsIsRefusedWhole() {
    List<List<String>> block = Collections.nCopies(MOST, List.of("x"));
    assertThat(three().paste(new At(1, "name"), block))
        .isEqualTo(new Edit.TooManyRows(MOST + 1, MOST));
    assertThat(done(three().paste(new At(0, "name"), block)).rows()).hasSize(MOST);
  }

  @Test
  void aBlockBeyondTheLastColumnIsRefusedWhole() {
    EditedDraft draft = three();
    String last = draft.shown().kind().columns().getLast().field();
    assertThat(draft.paste(new At(0, last), List.of(List.of("x", "y"))))
        .isEqualTo(new Edit.TooWide(2, 1));
  }

  @Test
  void rowsBelowADeletedOneMoveUp() {
    EditedDraft draft = three().delete(Set.of(0, 2));
    assertThat(names(draft)).containsExactly("4乙", "5");
    assertThat(names(draft.delete(Set.of(0, 1)))).containsExactly("4");
  }

  @Test
  void moreRowsThanMayBeAreNotInserted() {
    assertThat(three().insert(0, MOST)).isEqualTo(new Edit.TooManyRows(MOST + 4, MOST));
  }

  @Test
  void eachActIsOneStepThatIsUndoneAndRedone() {
    EditedDraft first = three();
    EditedDraft draft =
        first.put(List.of(new At(0, "name"), new At(1, "name")), "同").putUnit("name", "新单位");
    assertThat(draft.shown().unit().get("name")).isEqualTo(new CellValue.Text("新单位"));
    EditedDraft back = draft.undo().undo();
    assertThat(back.shown()).isEqualTo(first.shown());
    assertThat(back.canUndo()).isFalse();
    assertThat(back.undo()).isSameAs(back);
    EditedDraft again = back.redo().redo();
    assertThat(again.shown()).isEqualTo(draft.shown());
    assertThat(again.canRedo()).isFalse();
    assertThat(back.redo().put(List.of(new At(2, "name")), "新").canRedo()).isFalse();
  }

  @Test
  void anActThatChangesNothingIsNoStep() {
    EditedDraft first = three();
    assertThat(first.put(List.of(new At(0, "name")), "甲")).isSameAs(first);
    assertThat(first.put(List.of(new At(3, "name")), "")).isSameAs(first);
    assertThat(
            first.putUnit(
                "name", first.shown().unit().getOrDefault("name", new CellValue.Blank()).shown()))
        .isSameAs(first);
    assertThat(first.delete(Set.of())).isSameAs(first);
  }

  @Test
  void onlySoManyStepsAreRemembered() {
    EditedDraft draft = three();
    for (int i = 0; i <= EditedDraft.MOST_STEPS; i++) {
      draft = draft.put(List.of(new At(0, "name")), "名" + i);
    }
    int undone = 0;
    for (; draft.canUndo(); undone++) {
      draft = draft.undo();
    }
    assertThat(undone).isEqualTo(EditedDraft.MOST_STEPS);
    assertThat(names(draft).getFirst()).isEqualTo("4名0");
  }
}
