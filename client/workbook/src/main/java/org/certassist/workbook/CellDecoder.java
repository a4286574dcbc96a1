package org.certassist.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.certassist.core.declaration.CellValue;
import org.jspecify.annotations.Nullable;

/// Makes a [CellValue] of what a cell's tag holds (ECMA-376 part 1, §18.3.1.4).
final class CellDecoder {
  private static final CellValue BLANK = new CellValue.Blank();
  private static final int LONGEST_NUMBER = 64;
  private static final int LARGEST_EXPONENT = 310;

  /// The first number that is no day any more: 10000-01-01.
  private static final double END_OF_DAYS = 2_958_466;

  /// The shared texts as cells, each made when it is first asked for: the same words stand in many
  /// cells.
  private final @Nullable CellValue[] shared;

  private final SharedTexts texts;
  private final NumberFormats formats;
  private final boolean from1904;
  private final DataFormatter shown = new DataFormatter(Locale.ROOT);

  CellDecoder(SharedTexts texts, NumberFormats formats, boolean from1904) {
    this.texts = texts;
    this.shared = new CellValue[texts.texts().size()];
    this.formats = formats;
    this.from1904 = from1904;
  }

  /// @param type the cell's `t`; empty means a number
  /// @param value the text of `v`
  CellValue decode(String type, int style, String value) throws IOException {
    return switch (type) {
      case "s" -> value.isEmpty() ? BLANK : shared(value);
      case "str", "inlineStr" -> text(value);
      case "b" -> new CellValue.Flag(value.strip().equals("1") || value.strip().equals("true"));
      case "e" -> new CellValue.Broken(value);
      case "d" -> value.isBlank() ? BLANK : isoDate(value.strip());
      case "", "n" -> value.isBlank() ? BLANK : number(decimal(value.strip()), formats.at(style));
      default -> throw new Unusable("cell type");
    };
  }

  /// A number as a file's bytes have it.
  CellValue number(double value, int style) throws Unusable {
    if (!Double.isFinite(value)) {
      throw new Unusable("number");
    }
    return number(BigDecimal.valueOf(value), formats.at(style));
  }

  /// A text by its number in the table of texts.
  CellValue sharedText(int index) throws Unusable {
    if (index < 0 || index >= shared.length) {
      throw new Unusable("text number");
    }
    CellValue known = shared[index];
    if (known == null) {
      known = text(texts.texts().get(index));
      shared[index] = known;
    }
    return known;
  }

  /// A cell's value as a text, to be compared or named.
  static String shown(CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> "";
      case CellValue.Text(String text) -> text;
      case CellValue.Numeric numeric -> numeric.shown();
      case CellValue.Date date -> date.date().toLocalDate().toString();
      case CellValue.Flag flag -> Boolean.toString(flag.value());
      case CellValue.Formula(String formula) -> "=" + formula;
      case CellValue.Broken(String error) -> error;
    };
  }

  static CellValue text(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isBlank(c)) {
        return new CellValue.Text(text);
      }
      at += Character.charCount(c);
    }
    return BLANK;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private CellValue shared(String index) throws Unusable {
    String digits = index.strip();
    if (digits.isEmpty() || digits.length() > 9) {
      throw new Unusable("text number");
    }
    int number = 0;
    for (int at = 0; at < digits.length(); at++) {
      char c = digits.charAt(at);
      if (c < '0' || c > '9') {
        throw new Unusable("text number");
      }
      number = 10 * number + (c - '0');
    }
    return sharedText(number);
  }

  private CellValue number(BigDecimal number, NumberFormats.Format format) {
    double value = number.doubleValue();
    if (format.date() && value >= 0 && value < END_OF_DAYS) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, from1904, true);
      if (date != null) {
        return new CellValue.Date(date);
      }
    }
    return new CellValue.Numeric(number, shown(value, format));
  }

  private String shown(double value, NumberFormats.Format format) {
    try {
      return shown.formatRawCellContents(value, format.id(), format.code(), from1904);
    } catch (IllegalArgumentException strangeFormat) {
      return shown.formatRawCellContents(value, 0, "General", from1904);
    }
  }

  private static BigDecimal decimal(String text) throws Unusable {
    try {
      if (text.length() <= LONGEST_NUMBER) {
        BigDecimal number = new BigDecimal(text);
        long exponent = (long) number.precision() - number.scale();
        if (Math.abs(exponent) <= LARGEST_EXPONENT) {
          return number;
        }
      }
    } catch (NumberFormatException notOne) {
      throw new Unusable("number");
    }
    throw new Unusable("number out of range");
  }

  private static CellValue isoDate(String text) throws Unusable {
    try {
      return new CellValue.Date(
          text.contains("T")
              ? LocalDateTime.parse(text.replaceFirst("Z$", ""))
              : LocalDate.parse(text).atStartOfDay());
    } catch (DateTimeException notADate) {
      throw new Unusable("date");
    }
  }
}
