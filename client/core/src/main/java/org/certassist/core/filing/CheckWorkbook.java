package org.certassist.core.filing;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.certassist.core.declaration.Draft;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;

/// The clerk's first job: read a workbook and say what is wrong with it, cell by cell, without any
/// key or network.
public final class CheckWorkbook {
  private final Workbooks workbooks;
  private final ShanghaiTime time;

  public CheckWorkbook(Workbooks workbooks, ShanghaiTime time) {
    this.workbooks = workbooks;
    this.time = time;
  }

  /// @param settlementMonth the month it was checked for
  public record Checked(Draft draft, Verdict verdict, YearMonth settlementMonth) {}

  /// Of a file that says itself what it is.
  ///
  /// @throws WorkbookException when the file is no usable template
  public Checked check(Path file, Profile profile) throws WorkbookException, InterruptedException {
    return check(file, profile, Workbooks.Reading.PLAIN);
  }

  /// @throws WorkbookException when the file is no usable template
  public Checked check(Path file, Profile profile, Workbooks.Reading how)
      throws WorkbookException, InterruptedException {
    Draft draft = workbooks.read(file, profile.kinds(), how);
    return check(draft, file.getFileName().toString(), profile);
  }

  /// Checks a draft that is in hand, as its file would be.
  ///
  /// @param source the name of the file it came from, or the one she gave it
  public Checked check(Draft draft, String source, Profile profile) {
    LocalDateTime now = time.now();
    YearMonth month = profile.calendar().settlementMonth(now);
    Verdict verdict =
        RuleBook.on(draft.kind(), profile.calendar(), now).check(draft, profile.id(), source);
    return new Checked(draft, verdict, month);
  }
}
