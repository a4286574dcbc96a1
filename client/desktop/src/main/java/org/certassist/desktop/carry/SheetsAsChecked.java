package org.certassist.desktop.carry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.Content;
import org.certassist.core.fault.FaultException;
import org.certassist.core.rules.CheckedDeclaration;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.CopyName;
import org.certassist.core.workbook.OwnTemplate;
import org.certassist.core.workbook.Workbooks;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.fx.WindowFault;

/// What a sheet is saved as for upload: the clerk's own file as long as she changed nothing in the
/// window, else a template of ours with the checked rows in it.
public final class SheetsAsChecked implements Originals {
  private final CheckViewModel check;
  private final Originals files;
  private final Workbooks workbooks;

  public SheetsAsChecked(CheckViewModel check, Workbooks workbooks) {
    this.check = check;
    this.files = new FilesAsRead(check.state());
    this.workbooks = workbooks;
  }

  @Override
  public Original of(CheckState.Checked checked) {
    return check.unchangedFile().isEmpty() && checked.verdict() instanceof Verdict.Passed passed
        ? new Filled(checked, passed.declaration(), workbooks)
        : files.of(checked);
  }

  /// Ours is an .xls where hers was one, else an .xlsx.
  private record Filled(CheckState.Checked checked, CheckedDeclaration passed, Workbooks workbooks)
      implements Original {
    @Override
    public Path file() {
      Path file = checked.file();
      return CopyName.suffix(file).equals(".xls")
          ? file
          : file.resolveSibling(CheckState.baseName(file) + ".xlsx");
    }

    /// A portal's own template counts unaltered, and what was changed here is not in it.
    @Override
    public byte[] bytes() throws FaultException {
      if (!OwnTemplate.isOf(checked.draft())) {
        throw new FaultException(new WindowFault.PortalsOwnChanged());
      }
      Content content = passed.content();
      return workbooks.template(
          passed.kind(),
          Optional.of(content.unit()),
          content.rows().stream().<Map<String, String>>map(Content.Row::values).toList(),
          CopyName.suffix(file()));
    }
  }
}
