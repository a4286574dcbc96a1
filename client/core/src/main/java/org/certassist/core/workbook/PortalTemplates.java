package org.certassist.core.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.Unit;

/// The port to templates that portals made: .xlsx, .xlsm or .xls, which must stay unaltered but for
/// the cells that are filled.
public interface PortalTemplates {
  /// The sheets of a template that a person can see, as far as a layout can be learnt from them.
  ///
  /// @throws WorkbookException naming why the file cannot be used
  List<TemplateSheet> sheets(Path file) throws WorkbookException, InterruptedException;

  /// The learnt layout that a file has.
  ///
  /// @throws WorkbookException [FileFault.SeveralLayouts] where several fit that differ,
  ///   [FileFault.AlteredLayout] where it resembles one, [FileFault.NotATemplate] where it does not
  PortalLayout recognise(Path file, List<PortalLayout> layouts)
      throws WorkbookException, InterruptedException;

  /// Writes a copy of a portal's template with rows in it; of an .xlsx every other part stays byte
  /// for byte, of an .xls every other cell.
  ///
  /// Cells of the template that hold a formula are left to it.
  ///
  /// @throws WorkbookException [FileFault.LayoutFilled] where a cell to be filled is not empty;
  ///   [FileFault.AlteredLayout] where it is another template; an existing `out` stays as it was
  void fill(Path original, PortalLayout layout, Filling filling, Path out)
      throws WorkbookException, InterruptedException;

  /// What is to be put in.
  ///
  /// @param rows values by field, in our own words
  record Filling(Unit unit, List<? extends Map<String, String>> rows) {
    public Filling {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "Filling[" + rows.size() + " rows]";
    }
  }
}
