package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/// Which number format each cell style shows its numbers in.
record NumberFormats(List<Format> byStyle) {
  private static final int MOST_STYLES = 66_000;
  private static final int LONGEST = 255;
  static final Format GENERAL = new Format(0, "General", false);
  static final NumberFormats NONE = new NumberFormats(List.of());

  /// @param date whether numbers in it are days
  record Format(int id, String code, boolean date) {
    static Format of(int id, String code) {
      return new Format(id, code, DateUtil.isADateFormat(id, code));
    }
  }

  Format at(int style) {
    return style < byStyle.size() ? byStyle.get(style) : GENERAL;
  }

  /// @param styles the format's number in each style
  /// @param codes the file's own formats by number
  static NumberFormats of(List<Integer> styles, Map<Integer, String> codes) {
    Map<Integer, Format> formats = new HashMap<>();
    return new NumberFormats(
        styles.stream()
            .map(style -> formats.computeIfAbsent(style, id -> Format.of(id, code(id, codes))))
            .toList());
  }

  static NumberFormats read(XmlPart part) throws IOException {
    Map<Integer, String> codes = new HashMap<>();
    List<Integer> styles = new ArrayList<>();
    boolean inCellStyles = false;
    while (part.next()) {
      if (part.starts("numFmt") && part.attribute("numFmtId").isPresent()) {
        codes.put(part.number("numFmtId", 0), part.attribute("formatCode", "General"));
      } else if (part.starts("cellXfs")) {
        inCellStyles = true;
      } else if (part.ends("cellXfs")) {
        inCellStyles = false;
      } else if (inCellStyles && part.starts("xf")) {
        styles.add(part.number("numFmtId", 0));
      }
      if (styles.size() > MOST_STYLES || codes.size() > MOST_STYLES) {
        throw new Unusable("too many styles");
      }
    }
    return of(styles, codes);
  }

  private static String code(int id, Map<Integer, String> codes) {
    String own = codes.get(id);
    if (own != null) {
      return own.length() > LONGEST ? "General" : own;
    }
    String builtin =
        id < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX
            ? BuiltinFormats.getBuiltinFormat(id)
            : null;
    return builtin == null ? "General" : builtin;
  }
}
