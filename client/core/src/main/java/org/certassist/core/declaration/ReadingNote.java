package org.certassist.core.declaration;

import java.util.List;

/// Something about how a file was read that the clerk should know; no cell is wrong for it.
///
/// Ids never change; the sentence is in the texts under `reading.<id>`.
public sealed interface ReadingNote {
  String id();

  /// Values for the places in the sentence; never personal.
  List<String> details();

  /// A text file, with the encoding and the separator that were found in it.
  record TextFile(Encoding encoding, Separator separator) implements ReadingNote {
    @Override
    public String id() {
      return "textFile";
    }

    @Override
    public List<String> details() {
      return List.of(encoding.shown(), separator.word());
    }
  }

  /// Rows that a spreadsheet does not show, hidden or filtered out; they were read like any other.
  record HiddenRows(List<Integer> rows) implements ReadingNote {
    public HiddenRows {
      rows = List.copyOf(rows);
    }

    @Override
    public String id() {
      return "hiddenRows";
    }

    @Override
    public List<String> details() {
      return List.of(Integer.toString(rows.size()), some(rows));
    }
  }

  /// Merged cells among the data: the value was read in the first of each, the others are blank.
  ///
  /// @param ranges such as A4:A6
  record MergedCells(List<String> ranges) implements ReadingNote {
    public MergedCells {
      ranges = List.copyOf(ranges);
    }

    @Override
    public String id() {
      return "mergedCells";
    }

    @Override
    public List<String> details() {
      return List.of(some(ranges));
    }
  }

  /// What a text file may be written in.
  enum Encoding {
    UTF_8("UTF-8"),
    GB18030("GB18030");

    private final String shown;

    Encoding(String shown) {
      this.shown = shown;
    }

    public String shown() {
      return shown;
    }
  }

  /// What parts the cells of a text file.
  enum Separator {
    COMMA("comma", ','),
    TAB("tab", '\t'),
    SEMICOLON("semicolon", ';');

    private final String word;
    private final char sign;

    Separator(String word, char sign) {
      this.word = word;
      this.sign = sign;
    }

    /// Its name in data; the words are in the texts under `separator.<word>`.
    public String word() {
      return word;
    }

    public char sign() {
      return sign;
    }
  }

  private static String some(List<?> all) {
    int shown = Math.min(10, all.size());
    String some = String.join(", ", all.subList(0, shown).stream().map(String::valueOf).toList());
    return shown < all.size() ? some + " …" : some;
  }
}
