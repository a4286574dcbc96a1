package org.certassist.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// A list as text: copied from a page (columns parted by tabs, or by blanks where the page's table
/// was none), a CSV, or the page itself.
final class PastedText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// The signs that may part columns, the likeliest first.
  private static final List<Character> SIGNS = List.of('\t', ',', ';');

  private static final int LINES_FOR_SIGN = 1_000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0]+");

  private final Caps caps;

  PastedText(Caps caps) {
    this.caps = caps;
  }

  /// @throws CapReached where it is larger than a list may be
  /// @throws IOException where its quotation marks make no sense
  Listing read(String name, byte[] bytes)
      throws IOException, WorkbookException, InterruptedException {
    if (bytes.length > Listings.MOST_TEXT_BYTES) {
      throw new CapReached("fileBytes", Listings.MOST_TEXT_BYTES);
    }
    String text = decode(name, bytes);
    if (text.indexOf('\0') >= 0) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name));
    }
    if (WebTable.isPacked(text)) {
      throw new WorkbookException(new FileFault.WebPage(name));
    }
    ListingLines lines = new ListingLines(caps);
    Optional<Character> sign = sign(text);
    if (WebTable.isOne(text)) {
      table(lines, name, text);
    } else if (sign.isPresent()) {
      parted(lines, text, sign.get());
    } else {
      blanks(lines, text);
    }
    return lines.named(name);
  }

  private static String decode(String name, byte[] bytes) throws WorkbookException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
      } catch (CharacterCodingException another) {
        // The next one is tried.
      }
    }
    throw new WorkbookException(new FileFault.UnknownEncoding(name));
  }

  /// The sign that stands in half of the first lines at least; a comma in a message is none.
  private static Optional<Character> sign(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank()).limit(LINES_FOR_SIGN).toList();
    return SIGNS.stream()
        .filter(sign ->
            !lines.isEmpty()
                && 2 * lines.stream().filter(line -> line.indexOf(sign) >= 0).count()
                    >= lines.size())
        .findFirst();
  }

  private static void parted(ListingLines lines, String text, char sign)
      throws IOException, InterruptedException {
    CSVFormat.Builder format = CSVFormat.RFC4180.builder().setDelimiter(sign);
    if (sign == '\t') {
      // A page quotes nothing: a quotation mark there belongs to the message.
      format.setQuote(null);
    }
    try (RecordBounds bounds =
            new RecordBounds(new StringReader(text), sign, ListingLines.COLUMNS);
        CSVParser parser = format.get().parse(bounds)) {
      for (CSVRecord each : parser) {
        bounds.recordTaken();
        lines.add((int) each.getRecordNumber(), each.stream().limit(ListingLines.COLUMNS).toList());
      }
    } catch (UncheckedIOException inside) {
      throw inside.getCause();
    }
  }

  private static void table(ListingLines lines, String name, String text)
      throws IOException, WorkbookException, InterruptedException {
    WebTable table = new WebTable(text);
    boolean empty = true;
    while (table.nextRow()) {
      if (!table.cells().isEmpty()) {
        lines.add(table.row(), table.cells());
        empty = false;
      }
    }
    if (empty) {
      throw new WorkbookException(new FileFault.WebPage(name));
    }
  }

  private static void blanks(ListingLines lines, String text)
      throws IOException, InterruptedException {
    int number = 0;
    for (Iterator<String> all = text.lines().iterator(); all.hasNext(); ) {
      String line = all.next();
      number++;
      if (!line.isBlank()) {
        lines.add(number, List.of(BLANKS.split(line.strip(), ListingLines.COLUMNS)));
      }
    }
  }
}
