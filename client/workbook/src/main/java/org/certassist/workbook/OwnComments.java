package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/// The cells that an earlier marked copy of ours commented.
final class OwnComments {
  private OwnComments() {}

  /// Wants them, each as absent so far.
  static void find(PackageFile zip, String sheet, CellStyles cells) throws IOException {
    for (String comments : WorkbookParts.linked(zip, sheet, "comments")) {
      Optional<InputStream> content = zip.part(comments);
      if (content.isPresent()) {
        try (XmlPart part = new XmlPart(content.get())) {
          read(part, cells);
        }
      }
    }
  }

  private static void read(XmlPart part, CellStyles cells) throws IOException {
    List<String> authors = new ArrayList<>();
    while (part.next()) {
      if (part.starts("author")) {
        authors.add(part.text());
      } else if (part.starts("comment")) {
        int author = part.number("authorId", 0);
        if (author < authors.size() && authors.get(author).equals(MarkedCopy.AUTHOR)) {
          CellReference cell = reference(part.attribute("ref", ""));
          cells.put(cell.getRow() + 1, cell.getCol(), CellStyles.ABSENT);
        }
      }
    }
  }

  private static CellReference reference(String written) throws Unusable {
    try {
      CellReference cell = new CellReference(written);
      if (cell.getRow() >= 0 && cell.getCol() >= 0) {
        return cell;
      }
    } catch (IllegalArgumentException noReference) {
      throw new Unusable("cell reference", noReference);
    }
    throw new Unusable("cell reference");
  }
}
