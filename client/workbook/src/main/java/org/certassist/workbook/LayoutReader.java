package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.SheetHead;
import org.certassist.core.workbook.WorkbookException;

/// Recognises a file by the layouts that were learnt from portals' own templates.
final class LayoutReader {
  /// So many columns behind the last are looked at for headers that do not belong there.
  private static final int BEYOND = 16;

  private final List<PortalLayout> layouts;

  LayoutReader(List<PortalLayout> layouts) {
    this.layouts = List.copyOf(layouts);
  }

  /// The layout that a file has; empty where it resembles none, or may as well be ours.
  ///
  /// @throws WorkbookException [FileFault.AlteredLayout]; [FileFault.SeveralLayouts] where those
  ///   that fit would read it differently
  Optional<PortalLayout> find(Book book)
      throws IOException, WorkbookException, InterruptedException {
    Optional<FileFault.AlteredLayout> altered = Optional.empty();
    List<PortalLayout> fitting = new ArrayList<>();
    Map<String, SheetHead> heads = heads(book);
    for (PortalLayout layout : layouts) {
      SheetHead head = heads.get(layout.sheet());
      if (head != null) {
        if (layout.fits(head)) {
          fitting.add(layout);
        } else if (layout.resembles(head)) {
          altered = fewer(altered, layout, head);
        }
      }
    }
    if (!fitting.isEmpty()) {
      return Optional.of(only(fitting));
    }
    if (altered.isPresent() && !book.sheet().equals(Layout.DATA_SHEET)) {
      throw new WorkbookException(altered.get());
    }
    return Optional.empty();
  }

  private static PortalLayout only(List<PortalLayout> fitting) throws WorkbookException {
    PortalLayout first = fitting.getFirst();
    if (!fitting.stream().allMatch(first::readsLike)) {
      throw new WorkbookException(
          new FileFault.SeveralLayouts(fitting.stream().map(PortalLayout::name).toList()));
    }
    return first;
  }

  /// The one that is less changed.
  private static Optional<FileFault.AlteredLayout> fewer(
      Optional<FileFault.AlteredLayout> before, PortalLayout layout, SheetHead head) {
    List<PortalLayout.Difference> differences = layout.differences(head);
    return before.isPresent() && before.get().differences().size() <= differences.size()
        ? before
        : Optional.of(new FileFault.AlteredLayout(layout.name(), differences));
  }

  /// The upper rows of each sheet that a layout names, read once.
  private Map<String, SheetHead> heads(Book book)
      throws IOException, WorkbookException, InterruptedException {
    Map<String, SheetHead> heads = new HashMap<>();
    for (String sheet : book.sheets()) {
      List<PortalLayout> those =
          layouts.stream().filter(each -> each.sheet().equals(sheet)).toList();
      if (!those.isEmpty()) {
        int width = those.stream().mapToInt(LayoutPlaces::width).max().orElse(0) + BEYOND;
        int depth = those.stream().mapToInt(PortalLayout::headRow).max().orElse(0);
        heads.put(sheet, head(book, sheet, width, depth));
      }
    }
    return heads;
  }

  private static SheetHead head(Book book, String sheet, int width, int depth)
      throws IOException, WorkbookException, InterruptedException {
    Map<CellPlace, String> texts = new HashMap<>();
    try (Rows rows = book.rows(sheet, width)) {
      while (rows.nextRow() && rows.row() <= depth) {
        for (int column = 0; column < width; column++) {
          String text = CellDecoder.shown(rows.cell(column));
          if (!text.isBlank()) {
            texts.put(new CellPlace(sheet, rows.row(), Columns.letter(column)), text);
          }
        }
      }
    }
    return new SheetHead(sheet, texts);
  }
}
