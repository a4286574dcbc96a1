package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.rules.Verdict;
import org.certassist.core.testing.Example;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.Repair;
import org.certassist.core.workbook.Workbooks;
import org.junit.jupiter.api.Test;

class CheckWorkbookTest {
  /// One workbook, whatever the path.
  private record OneWorkbook(Draft draft) implements Workbooks {
    @Override
    public Draft read(Path file, List<Kind> kinds, Reading how) {
      assertThat(kinds).contains(draft.kind());
      return draft;
    }

    @Override
    public void writeTemplate(
        Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void writeRepaired(Path original, List<Repair> repairs, Path out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] template(
        Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, String suffix) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void writeMarked(Path original, List<Mark> marks, Path out) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void todayAndTheMonthAreShanghaisWhateverThePcsZone() throws Exception {
    // 10 December 16:30 in London is 11 December 00:30 in Shanghai: the window has opened.
    Instant now = Instant.parse("2026-12-10T16:30:00Z");
    Draft draft = Example.draft("termination: stopDate=2026-12-11");
    CheckWorkbook check =
        new CheckWorkbook(
            new OneWorkbook(draft), new ShanghaiTime(Clock.fixed(now, ZoneOffset.ofHours(-8))));

    CheckWorkbook.Checked checked = check.check(Path.of("/tmp/名单.xlsx"), Office.PROFILE);

    assertThat(checked.settlementMonth()).isEqualTo(YearMonth.of(2027, 1));
    assertThat(checked.verdict()).isInstanceOf(Verdict.Passed.class);
    var content = ((Verdict.Passed) checked.verdict()).declaration().content();
    assertThat(content.source()).isEqualTo("名单.xlsx");
    assertThat(content.profile()).isEqualTo("practice");
    assertThat(content.settlementMonth()).isEqualTo(YearMonth.of(2027, 1));
  }
}
