package org.certassist.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// The port to a portal's lists: of a workbook the sheet named like ours, else the first, which
/// must be the only one with people; or a text.
public final class PoiListings implements Listings {
  /// From here on a spreadsheet's number has lost digits that an ID number had.
  private static final BigDecimal INEXACT = BigDecimal.valueOf(1_000_000_000_000_000L);

  /// Enough of one to know that a sheet is about people, whether a digit is wrong or hidden.
  private static final Pattern ID_NUMBER =
      Pattern.compile("(?<![0-9*])[0-9]{3}[0-9*]{14}[0-9*Xx](?![0-9*])");

  /// Sheets named so explain a list, or show by an example how it is filled in.
  private static final Pattern NOTES = Pattern.compile("说明|须知|示例|样例|样表|范例");

  private final Caps caps;

  public PoiListings() {
    this(Caps.DEFAULT);
  }

  PoiListings(Caps caps) {
    this.caps = caps;
  }

  @Override
  public Listing read(Path file) throws WorkbookException, InterruptedException {
    String name = FileForm.nameOf(file);
    try {
      return switch (FileForm.byStart(file, caps)) {
        case ZIP -> sheet(name, XlsxBook.open(file, caps));
        case OLE2 -> sheet(name, XlsBook.open(file, caps));
        case TEXT -> text(file, name);
      };
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (Unusable | ZipException | EOFException damaged) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), damaged);
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(name), notRead);
    }
  }

  @Override
  public Listing read(String name, byte[] text) throws WorkbookException, InterruptedException {
    try {
      return new PastedText(caps).read(name, text);
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (IOException notQuotedRight) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), notQuotedRight);
    }
  }

  private Listing text(Path file, String name)
      throws IOException, WorkbookException, InterruptedException {
    if (Files.size(file) > MOST_TEXT_BYTES) {
      throw new WorkbookException(new FileFault.TooLarge("fileBytes", MOST_TEXT_BYTES));
    }
    return read(name, Files.readAllBytes(file));
  }

  private Listing sheet(String name, Book opened)
      throws IOException, WorkbookException, InterruptedException {
    try (Book book = opened) {
      ListingLines lines = new ListingLines(caps);
      try (Rows rows = book.rows(book.sheet(), ListingLines.COLUMNS)) {
        while (rows.nextRow()) {
          if (!rows.isBlank()) {
            lines.add(rows.row(), cells(rows));
          }
        }
      }
      refusePeopleElsewhere(book);
      return lines.named(name);
    }
  }

  /// Of a list in two sheets, such as one of those that passed and one of those that did not, half
  /// would be left out.
  private static void refusePeopleElsewhere(Book book)
      throws IOException, WorkbookException, InterruptedException {
    List<String> others = new ArrayList<>();
    for (String sheet : book.sheets()) {
      if (!sheet.equals(book.sheet()) && !NOTES.matcher(sheet).find() && hasPeople(book, sheet)) {
        others.add(sheet);
      }
    }
    if (!others.isEmpty()) {
      throw new WorkbookException(
          new FileFault.SeveralSheets(book.sheet() + "、" + String.join("、", others)));
    }
  }

  private static boolean hasPeople(Book book, String sheet)
      throws IOException, WorkbookException, InterruptedException {
    try (Rows rows = book.rows(sheet, ListingLines.COLUMNS)) {
      boolean found = false;
      while (!found && rows.nextRow()) {
        found =
            !rows.isBlank()
                && cells(rows).stream().anyMatch(cell -> ID_NUMBER.matcher(cell).find());
      }
      return found;
    }
  }

  /// Up to the last one that holds anything.
  private static List<String> cells(Rows row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < ListingLines.COLUMNS; column++) {
      cells.add(text(row.cell(column)));
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  private static String text(CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> "";
      case CellValue.Text(String text) -> text;
      case CellValue.Numeric numeric -> number(numeric.number());
      case CellValue.Date date -> date.date().toLocalDate().toString();
      case CellValue.Flag flag -> Boolean.toString(flag.value());
      case CellValue.Formula(String formula) -> "=" + formula;
      case CellValue.Broken(String error) -> error;
    };
  }

  /// An ID number that was made a number fits nobody, rather than somebody whose last digits it
  /// lost.
  private static String number(BigDecimal number) {
    return number.abs().compareTo(INEXACT) >= 0
        ? number.round(new MathContext(3)).toString()
        : number.toPlainString();
  }
}
