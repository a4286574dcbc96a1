package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/// What other programs do to a workbook when they save it: each a way in which the same content may
/// be written (ECMA-376 part 1).
enum OtherWriter {
  SHARED_TEXTS_IN_ANOTHER_ORDER {
    @Override
    void rewrite(RawWorkbook book) {
      List<String> texts = texts(book);
      book.change(
          RawWorkbook.TEXTS,
          xml ->
              xml.substring(0, xml.indexOf("<si>")) + String.join("", texts.reversed()) + "</sst>");
      sheets(
          book, xml -> cells(xml, "s", index -> "<v>" + (texts.size() - 1 - index) + "</v>", "s"));
    }
  },
  TEXTS_IN_THEIR_CELLS {
    @Override
    void rewrite(RawWorkbook book) {
      List<String> texts = texts(book);
      sheets(
          book,
          xml ->
              cells(
                  xml,
                  "s",
                  index -> "<is>" + texts.get(index).replaceAll("</?si>", "") + "</is>",
                  "inlineStr"));
      book.part(RawWorkbook.TEXTS, "<sst xmlns='%s'/>".formatted(RawWorkbook.MAIN));
    }
  },
  TEXTS_IN_RUNS_WITH_THEIR_SOUND {
    @Override
    void rewrite(RawWorkbook book) {
      book.change(
          RawWorkbook.TEXTS,
          xml ->
              xml.replaceAll(
                  "<si>(<t(?: xml:space=\"preserve\")?>)([^&])(.*?)</t></si>",
                  "<si><r><rPr><b/></rPr>$1$2</t></r><r>$1$3</t></r><rPh sb=\"0\""
                      + " eb=\"1\"><t>zhang</t></rPh><phoneticPr fontId=\"1\"/></si>"));
    }
  },
  STYLES_DROPPED {
    @Override
    void rewrite(RawWorkbook book) {
      sheets(book, xml -> xml.replaceAll("(<(?:c|row)[^>]*?) s=\"\\d+\"", "$1"));
      book.part(RawWorkbook.STYLES, "<styleSheet xmlns='%s'/>".formatted(RawWorkbook.MAIN));
    }
  },
  DIMENSION_AND_SPANS_LEFT_OUT {
    @Override
    void rewrite(RawWorkbook book) {
      sheets(
          book, xml -> xml.replaceAll("<dimension[^>]*/>", "").replaceAll(" spans=\"[^\"]*\"", ""));
    }
  },
  PART_NAMES_FROM_THE_ROOT {
    @Override
    void rewrite(RawWorkbook book) {
      book.change(
          "xl/_rels/workbook.xml.rels", xml -> xml.replaceAll("Target=\"(?!/)", "Target=\"/xl/"));
      book.change("_rels/.rels", xml -> xml.replaceAll("Target=\"(?!/)", "Target=\"/"));
    }
  },
  PLACES_LEFT_OUT {
    @Override
    void rewrite(RawWorkbook book) {
      sheets(book, OtherWriter::withoutPlaces);
    }
  },
  A_PREFIX_FOR_EVERY_TAG {
    @Override
    void rewrite(RawWorkbook book) {
      for (String part : parts(book, "xl/(worksheets/sheet\\d+|sharedStrings)\\.xml")) {
        book.change(
            part,
            xml ->
                xml.replaceAll("<(/?)(?=[a-z][A-Za-z0-9]*[ >/])", "<$1x:")
                    .replaceFirst("xmlns=\"" + RawWorkbook.MAIN, "xmlns:x=\"" + RawWorkbook.MAIN));
      }
    }
  },
  EXCELS_OWN_ATTRIBUTES {
    @Override
    void rewrite(RawWorkbook book) {
      sheets(
          book,
          xml ->
              xml.replaceFirst(
                      "<worksheet ",
                      "<worksheet"
                          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                          + " mc:Ignorable=\"x14ac xr\""
                          + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\""
                          + " xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\""
                          + " xr:uid=\"{00000000-0001-0000-0000-000000000000}\" ")
                  .replaceAll("<row ", "<row x14ac:dyDescent=\"0.15\" "));
    }
  },
  WPS_OWN_PARTS {
    @Override
    void rewrite(RawWorkbook book) {
      book.part(
          "xl/cellimages.xml",
          "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>");
      book.change(
          "xl/_rels/workbook.xml.rels",
          xml ->
              xml.replace(
                  "</Relationships>",
                  "<Relationship Id=\"rIdWps\""
                      + " Type=\"http://www.wps.cn/officeDocument/2020/cellImage\""
                      + " Target=\"cellimages.xml\"/></Relationships>"));
      book.change(
          "[Content_Types].xml",
          xml ->
              xml.replace(
                  "</Types>",
                  "<Override PartName=\"/xl/cellimages.xml\""
                      + " ContentType=\"application/vnd.wps-officedocument.cellimage+xml\"/></Types>"));
      book.change(
          RawWorkbook.BOOK,
          xml ->
              xml.replaceFirst("<workbookPr", "<fileVersion appName=\"xl\" rupBuild=\"9302\"/>$0"));
    }
  };

  private static final Pattern CELL =
      Pattern.compile("<c r=\"([A-Z]+)\\d+\"([^>]*?)(/>|>(.*?)</c>)", Pattern.DOTALL);

  abstract void rewrite(RawWorkbook book);

  private interface Value {
    String of(int index);
  }

  private static List<String> texts(RawWorkbook book) {
    String xml = new String(book.content(RawWorkbook.TEXTS), StandardCharsets.UTF_8);
    List<String> texts =
        Pattern.compile("<si>.*?</si>", Pattern.DOTALL)
            .matcher(xml)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static List<String> parts(RawWorkbook book, String names) {
    return book.names().stream().filter(name -> name.matches(names)).sorted().toList();
  }

  private static void sheets(RawWorkbook book, UnaryOperator<String> change) {
    for (String part : parts(book, "xl/worksheets/sheet\\d+\\.xml")) {
      String xml = new String(book.content(part), StandardCharsets.UTF_8);
      book.part(part, change.apply(xml));
    }
  }

  /// The cells of one type with another value and type.
  private static String cells(String xml, String type, Value value, String newType) {
    return CELL.matcher(xml)
        .replaceAll(cell ->
            Matcher.quoteReplacement(
                cell.group(2).contains(" t=\"" + type + "\"")
                    ? cell.group()
                        .replaceFirst(" t=\"\\w+\"", " t=\"" + newType + "\"")
                        .replaceFirst(
                            "<v>\\d+</v>",
                            Matcher.quoteReplacement(
                                value.of(Integer.parseInt(cell.group(4).replaceAll("</?v>", "")))))
                    : cell.group()));
  }

  /// Rows and cells one behind the other, with empty ones where there were none.
  private static String withoutPlaces(String xml) {
    StringBuilder out = new StringBuilder();
    Matcher rows =
        Pattern.compile("<row r=\"(\\d+)\"([^>]*?)(/>|>(.*?)</row>)", Pattern.DOTALL).matcher(xml);
    int row = 0;
    int copied = 0;
    while (rows.find()) {
      out.append(xml, copied, rows.start());
      for (row++; row < Integer.parseInt(rows.group(1)); row++) {
        out.append("<row/>");
      }
      out.append("<row").append(rows.group(2)).append(">");
      List<String> cells = new ArrayList<>();
      CELL.matcher(rows.group(4) == null ? "" : rows.group(4))
          .results()
          .forEach(cell -> {
            while (cells.size() < CellReference.convertColStringToIndex(cell.group(1))) {
              cells.add("<c/>");
            }
            cells.add("<c" + cell.group(2) + cell.group(3));
          });
      out.append(String.join("", cells)).append("</row>");
      copied = rows.end();
    }
    return out.append(xml, copied, xml.length()).toString();
  }
}
