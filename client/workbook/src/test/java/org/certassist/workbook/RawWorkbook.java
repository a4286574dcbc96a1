package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;

/// A template written part by part as text, so that tests can put anything into it.
final class RawWorkbook {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String TEXTS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";
  static final String BOOK = "xl/workbook.xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final String head;

  RawWorkbook(Kind kind) {
    head = head(kind);
    part(
        "_rels/.rels",
        "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(PACKAGE, REL));
    part(
        "xl/_rels/workbook.xml.rels",
        ("<Relationships xmlns='%1$s'>"
                + "<Relationship Id='r1' Type='%2$s/worksheet' Target='worksheets/sheet1.xml'/>"
                + "<Relationship Id='r2' Type='%2$s/sharedStrings' Target='/xl/sharedStrings.xml'/>"
                + "<Relationship Id='r3' Type='%2$s/styles' Target='styles.xml'/>"
                + "</Relationships>")
            .formatted(PACKAGE, REL));
    book("<workbookPr/>", Stamp.of(kind).text());
    part(TEXTS, "<sst xmlns='%s'/>".formatted(MAIN));
    part(STYLES, "<styleSheet xmlns='%s'/>".formatted(MAIN));
    rows("");
  }

  private RawWorkbook(Map<String, byte[]> parts) {
    this.parts.putAll(parts);
    this.head = "";
  }

  /// The parts of a workbook that is there.
  static RawWorkbook of(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return new RawWorkbook(parts);
  }

  Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  byte[] content(String part) {
    return Objects.requireNonNull(parts.get(part));
  }

  RawWorkbook change(String part, UnaryOperator<String> change) {
    String before = new String(content(part), StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    return part(part, after);
  }

  RawWorkbook book(String properties, String stamp) {
    String name =
        stamp.isEmpty()
            ? ""
            : "<definedNames><definedName name='%s' hidden='1'>\"%s\"</definedName></definedNames>"
                .formatted(Stamp.NAME, stamp);
    return part(
        BOOK,
        ("<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>"
                + "<sheet name='申报' sheetId='1' r:id='r1'/></sheets>%s</workbook>")
            .formatted(MAIN, REL, properties, name));
  }

  /// Puts rows below the header.
  RawWorkbook rows(String rows) {
    return sheet(head + rows);
  }

  /// Puts one row with one cell into row 4, column C, the name.
  RawWorkbook cell(String cell) {
    return rows("<row r='4'>%s</row>".formatted(cell));
  }

  RawWorkbook sheet(String rows) {
    return part(
        SHEET, "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
  }

  RawWorkbook texts(String items) {
    return part(TEXTS, "<sst xmlns='%s'>%s</sst>".formatted(MAIN, items));
  }

  RawWorkbook styles(String content) {
    return part(STYLES, "<styleSheet xmlns='%s'>%s</styleSheet>".formatted(MAIN, content));
  }

  RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RawWorkbook part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  String head() {
    return head;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }

  static String inline(String reference, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(reference, text);
  }

  private static String head(Kind kind) {
    StringBuilder rows = new StringBuilder("<row r='1'>" + inline("A1", kind.title()) + "</row>");
    rows.append("<row r='2'>")
        .append(inline("A2", "统一社会信用代码"))
        .append(inline("B2", "91320509MA1X2Y3Z4A"))
        .append(inline("C2", "单位名称"))
        .append(inline("E2", "单位类型"))
        .append("</row><row r='3'>");
    int index = 0;
    for (Column column : kind.columns()) {
      rows.append(inline(Columns.letter(index++) + "3", Layout.header(column)));
    }
    return rows.append("</row>").toString();
  }
}
