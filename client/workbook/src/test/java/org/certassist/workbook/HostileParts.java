package org.certassist.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.certassist.core.workbook.FileFault;

/// What can be planted in a good .xlsx, and as what it has to be refused by whoever reads that.
enum HostileParts {
  BILLION_LAUGHS("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'ha'>");
      for (int i = 1; i < 30; i++) {
        laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
      }
      book.change(sheet, xml -> inFront(xml, laughs + "]>").replaceFirst("<sheetData", "&l29;$0"));
    }
  },
  DOCUMENT_TYPE("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> inFront(xml, "<!DOCTYPE worksheet>"));
    }
  },
  NO_CHARACTER("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.replaceFirst("<sheetData", "&#0;$0"));
    }
  },
  CONTROL_CHARACTER("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.replaceFirst("<sheetData", "\u0001$0"));
    }
  },
  UNKNOWN_ENTITY("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.replaceFirst("<sheetData", "&unknown;$0"));
    }
  },
  HALF_A_SHEET("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.substring(0, xml.indexOf("<sheetData") + 30));
    }
  },
  NO_UTF8("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      byte[] bytes = book.content(sheet);
      int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<sheetData");
      byte[] bad = bytes.clone();
      bad[at - 1] = (byte) 0xFF;
      book.part(sheet, bad);
    }
  },
  DEEP("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(
          sheet,
          xml ->
              xml.replaceFirst("<sheetData", "<a>".repeat(50_000) + "</a>".repeat(50_000) + "$0"));
    }
  },
  WIDE("notAWorkbook", "columns") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(
          sheet,
          xml ->
              xml.replaceFirst(
                  "<row r=\"1\"[^>]*>.*?</row>", "<row r='1'><c r='XFE1'><v>1</v></c></row>"));
    }
  },
  ROWS_OUT_OF_ORDER("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.replaceFirst("<row r=\"1\"", "<row r=\"-1\""));
    }
  },
  BOMB_IN_THE_SHEET("ratio") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.change(sheet, xml -> xml.replaceFirst("<sheetData", "<a/>".repeat(1_000_000) + "$0"));
    }
  },
  BOMB_IN_A_PART_THAT_NOBODY_READS("ratio") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.part("xl/media/image1.bin", new byte[4_000_000]);
    }
  },
  THOUSAND_PARTS("entries") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      for (int i = 0; i < 1_000; i++) {
        book.part("xl/media/p" + i, "");
      }
    }
  },
  A_PART_TWICE("notAWorkbook") {
    @Override
    void plant(RawWorkbook book, String sheet) {
      book.part(sheet.toUpperCase(java.util.Locale.ROOT), "<worksheet/>");
    }
  };

  private final List<String> reasons;

  HostileParts(String... reasons) {
    this.reasons = List.of(reasons);
  }

  abstract void plant(RawWorkbook book, String sheet);

  boolean isNamedBy(FileFault fault) {
    return switch (fault) {
      case FileFault.NotAWorkbook _ -> reasons.contains("notAWorkbook");
      case FileFault.TooLarge large -> reasons.contains(large.cap());
      case FileFault _ -> false;
    };
  }

  /// A bomb of zeros whose directory says that it is a small part.
  static Path lyingBomb(RawWorkbook book, Path file) throws IOException {
    byte[] zeros = new byte[4_000_000];
    book.part("xl/media/image1.bin", zeros).write(file);
    byte[] bytes = Files.readAllBytes(file);
    byte[] name = "xl/media/image1.bin".getBytes(StandardCharsets.US_ASCII);
    int entry = last(bytes, name) - 46;
    // Its uncompressed size in the central directory.
    bytes[entry + 24] = 100;
    bytes[entry + 25] = 0;
    bytes[entry + 26] = 0;
    bytes[entry + 27] = 0;
    return Files.write(file, bytes);
  }

  private static int last(byte[] bytes, byte[] wanted) {
    int at = bytes.length - wanted.length;
    while (!java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
      at--;
    }
    return at;
  }

  private static String inFront(String xml, String type) {
    return xml.replaceFirst("^(<\\?xml.*?\\?>)?", "$1" + type);
  }
}
