package org.certassist.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0]+");

  private final Caps caps;

  PastedText(Caps caps) {
    this.caps = caps;
  }

  Listing read(String name, byte[] bytes) throws WorkbookException, InterruptedException {
    if (bytes.length > Listings.MOST_TEXT_BYTES) {
      throw new WorkbookException(new FileFault.TooLarge("fileBytes", Listings.MOST_TEXT_BYTES));
    }
    String text = decode(name, bytes);
    if (text.indexOf('\0') >= 0) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name));
    }
    if (WebTable.isPacked(text)) {
      throw new WorkbookException(new FileFault.WebPage(name));
    }
    if (WebTable.isOne(text)) {
      return new Listing(name, table(name, text));
    }
    Optional<Character> sign = sign(text);
    return new Listing(name, sign.isPresent() ? parted(name, text, sign.get()) : blanks(text));
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

  /// The sign that stands in half of the lines at least; a comma in a message is none.
  private static Optional<Character> sign(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return SIGNS.stream()
        .filter(sign ->
            !lines.isEmpty()
                && 2 * lines.stream().filter(line -> line.indexOf(sign) >= 0).count()
                    >= lines.size())
        .findFirst();
  }

  private List<Listing.Line> parted(String name, String text, char sign)
      throws WorkbookException, InterruptedException {
    List<Listing.Line> lines = new ArrayList<>();
    CSVFormat.Builder format = CSVFormat.RFC4180.builder().setDelimiter(sign);
    if (sign == '\t') {
      // A page quotes nothing: a quotation mark there belongs to the message.
      format.setQuote(null);
    }
    try (CSVParser parser = format.get().parse(new StringReader(text))) {
      for (CSVRecord each : parser) {
        add(lines, new Listing.Line((int) each.getRecordNumber(), each.toList()));
      }
      return lines;
    } catch (IOException | UncheckedIOException notQuotedRight) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), notQuotedRight);
    }
  }

  private List<Listing.Line> table(String name, String text)
      throws WorkbookException, InterruptedException {
    List<Listing.Line> lines = new ArrayList<>();
    WebTable table = new WebTable(text);
    while (table.nextRow()) {
      if (!table.cells().isEmpty()) {
        add(lines, new Listing.Line(table.row(), table.cells()));
      }
    }
    if (lines.isEmpty()) {
      throw new WorkbookException(new FileFault.WebPage(name));
    }
    return lines;
  }

  private List<Listing.Line> blanks(String text) throws WorkbookException, InterruptedException {
    List<Listing.Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        add(lines, new Listing.Line(number, List.of(BLANKS.split(line.strip()))));
      }
    }
    return lines;
  }

  private void add(List<Listing.Line> lines, Listing.Line line)
      throws WorkbookException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (lines.size() == caps.rows()) {
      throw new WorkbookException(new FileFault.TooLarge("rows", caps.rows()));
    }
    lines.add(line);
  }
}
