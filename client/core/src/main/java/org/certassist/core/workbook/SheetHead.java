package org.certassist.core.workbook;

import java.util.Map;
import org.certassist.core.declaration.CellPlace;

/// The upper rows of one sheet of a file, as texts by place; blank cells are absent.
public record SheetHead(String sheet, Map<CellPlace, String> texts) {
  public SheetHead {
    texts = Map.copyOf(texts);
  }

  String text(int row, String column) {
    return texts.getOrDefault(new CellPlace(sheet, row, column), "");
  }

  @Override
  public String toString() {
    return "SheetHead[" + sheet + "]";
  }
}
