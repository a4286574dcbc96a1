package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.testing.Example;
import org.junit.jupiter.api.Test;

/// A table that is checked in pieces says what it would say as a whole.
class LongTableTest {
  private static final int ROWS = 5_003;
  private static final int FAULTY_EVERY = 7;

  private final Draft one = Example.draft("enrolment:");

  @Test
  void findingsStandInTheOrderOfTheRows() {
    List<Finding> findings =
        check(draft(true)).findings().stream()
            .filter(found -> found.rule().equals("name.form"))
            .toList();

    assertThat(findings)
        .extracting(found -> found.place().row())
        .hasSize((ROWS + FAULTY_EVERY - 1) / FAULTY_EVERY)
        .isSorted()
        .startsWith(Example.FIRST_ROW)
        .endsWith(Example.FIRST_ROW + (ROWS - 1) / FAULTY_EVERY * FAULTY_EVERY);
  }

  @Test
  void thePersonOfOnePieceIsRememberedInTheNext() {
    Draft draft = draft(false);
    List<DraftRow> rows = new ArrayList<>(draft.rows());
    rows.set(ROWS - 1, new DraftRow(Example.FIRST_ROW + ROWS - 1, draft.rows().getFirst().cells()));

    assertThat(check(with(rows)).findings())
        .filteredOn(found -> found.rule().equals("row.samePerson"))
        .extracting(found -> found.place().row())
        .containsExactly(Example.FIRST_ROW + ROWS - 1);
  }

  @Test
  void everyRowOfAPassedTableIsInTheDeclaration() {
    Verdict verdict = check(draft(false));

    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    assertThat(((Verdict.Passed) verdict).declaration().content().rows())
        .hasSize(ROWS)
        .extracting(row -> row.row())
        .isSorted();
  }

  private Draft draft(boolean faulty) {
    List<DraftRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Map<String, CellValue> cells = new HashMap<>(one.rows().getFirst().cells());
      String seventeen =
          "110105%d%02d%02d%03d".formatted(1970 + i % 30, 1 + i % 12, 1 + i % 28, i % 1000);
      cells.put("idNumber", new CellValue.Text(seventeen + IdNumbers.checkCharacter(seventeen)));
      if (faulty && i % FAULTY_EVERY == 0) {
        cells.put("name", new CellValue.Text("李3"));
      }
      rows.add(new DraftRow(Example.FIRST_ROW + i, cells));
    }
    return with(rows);
  }

  private Draft with(List<DraftRow> rows) {
    return new Draft(one.kind(), one.sheet(), one.unit(), one.unitRow(), one.columns(), rows);
  }

  private static Verdict check(Draft draft) {
    return RuleBook.on(
            draft.kind(),
            FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
            Example.DAY.atTime(12, 0))
        .check(draft, "jiangsu", "file.xlsx");
  }
}
