package org.certassist.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.certassist.core.declaration.Kind;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.Verdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.datafiles.DataFileProfiles;
import org.certassist.workbook.PoiWorkbooks;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sample is there to be filed: whenever it is made, the check has nothing to say against it.
class SampleRowsTest {
  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T02:00:00Z",
        "2026-11-24T15:59:59Z",
        "2026-11-24T16:00:00Z",
        "2026-12-06T15:59:59Z",
        "2026-12-06T16:00:00Z",
        "2026-12-10T16:00:00Z",
        "2026-12-31T15:59:59Z",
        "2026-12-31T16:00:00Z",
        "2027-01-31T04:00:00Z",
        "2027-02-28T04:00:00Z",
        "2028-02-29T04:00:00Z",
        "2028-03-01T00:00:00Z",
        "2030-06-30T23:00:00Z"
      })
  void passesTheCheckOnAnyDay(Instant now) throws Exception {
    ShanghaiTime time = new ShanghaiTime(Clock.fixed(now, ZoneOffset.UTC));
    Profile profile = new DataFileProfiles(folder).find("practice").orElseThrow();
    for (Kind kind : profile.kinds()) {
      Path sample = folder.resolve(kind.id() + ".xlsx");
      workbooks.writeTemplate(
          kind,
          Optional.of(SampleRows.unit(kind)),
          new SampleRows(time, profile.calendar()).of(kind, 7),
          sample);

      CheckWorkbook.Checked checked = new CheckWorkbook(workbooks, time).check(sample, profile);

      assertThat(checked.verdict()).as(kind.id()).isInstanceOf(Verdict.Passed.class);
      assertThat(checked.verdict().findings()).as(kind.id()).isEmpty();
    }
  }
}
