package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a sheet's XML where texts are put into it: A2, C2 and B4, below headers in row
/// 1.
class FilledSheetTest {
  private static final String A2 = "<c r=\"A2\"%s t=\"inlineStr\"><is><t>一</t></is></c>";
  private static final String C2 = "<c r=\"C2\"%s t=\"inlineStr\"><is><t>三</t></is></c>";
  private static final String B4 =
      "<c r=\"B4\"%s t=\"inlineStr\"><is><t xml:space=\"preserve\"> 二</t></is></c>";

  @ParameterizedTest
  @ValueSource(strings = {"<sheetData/>", "<sheetData></sheetData>"})
  void aSheetWithoutRowsGetsThem(String data) throws Exception {
    assertThat(filled("<s>" + data + "<x/></s>\n"))
        .isEqualTo(
            "<s><sheetData><row r=\"2\">%s%s</row><row r=\"4\">%s</row></sheetData><x/></s>\n"
                .formatted(plain(A2), plain(C2), plain(B4)));
  }

  @Test
  void cellsThatAreThereKeepTheirLooksAndNewOnesTakeThoseOfTheFirstRow() throws Exception {
    String below = "<row r=\"5\"><c r=\"A5\"><v>1</v></c></row></sheetData></s>";

    assertThat(
            filled(
                "<s><sheetData><row r='2' ht=\"20\" spans=\"1:3\"><c r='A2' s='7' t='s' ><v/></c>"
                    + " <c s=\"8\"/><!-- <c r='C2'> --><c r=\"D2\"/></row>"
                    + "<row r=\"3\"/>"
                    + below))
        .isEqualTo(
            "<s><sheetData><row r='2' ht=\"20\" spans=\"1:3\">"
                + A2.formatted(" s=\"7\"")
                + " <c s=\"8\"/><!-- <c r='C2'> -->"
                + plain(C2)
                + "<c r=\"D2\"/></row><row r=\"3\"/><row r=\"4\" ht=\"20\">"
                + B4.formatted(" s=\"8\"")
                + "</row>"
                + below);
  }

  @Test
  void anEmptyRowIsOpenedAndTakesTheLooksOfItsColumns() throws Exception {
    assertThat(
            filled(
                "<s><dimension ref=\"A1:C1\"/><cols><col min=\"1\" max=\"2\" style=\"3\"/></cols>"
                    + "<sheetData><row r=\"2\" /><row ht='9' r='4'/></sheetData></s>"))
        .isEqualTo(
            "<s><dimension ref=\"A1:C4\"/><cols><col min=\"1\" max=\"2\" style=\"3\"/></cols>"
                + "<sheetData><row r=\"2\">"
                + A2.formatted(" s=\"3\"")
                + plain(C2)
                + "</row><row ht='9' r='4'>"
                + B4.formatted(" s=\"3\"")
                + "</row></sheetData></s>");
  }

  @Test
  void newTagsHaveThePrefixOfTheOthers() throws Exception {
    assertThat(filled("<x:s xmlns:x=\"u\"><x:sheetData/></x:s>"))
        .startsWith(
            "<x:s xmlns:x=\"u\"><x:sheetData><x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\">"
                + "<x:is><x:t>一</x:t></x:is></x:c>")
        .endsWith("</x:c></x:row></x:sheetData></x:s>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s/>",
        "<s><sheetData><row r='2'></sheetData></s>",
        "<s><sheetData><row r='B'/></sheetData></s>",
        "<s><sheetData><row r='2'><c r='2A'/></row></sheetData></s>",
        "<!DOCTYPE s><s><sheetData/></s>"
      })
  void whatIsNoSheetIsRefused(String xml) {
    assertThatExceptionOfType(Unusable.class).isThrownBy(() -> filled(xml));
  }

  private static String plain(String cell) {
    return cell.formatted("");
  }

  private static String filled(String xml) throws Exception {
    NavigableMap<Integer, NavigableMap<Integer, String>> texts = new TreeMap<>();
    texts.put(2, new TreeMap<>(Map.of(0, "一", 2, "三")));
    texts.put(4, new TreeMap<>(Map.of(1, " 二")));
    byte[] filled = FilledSheet.fill(xml.getBytes(StandardCharsets.UTF_8), texts, 2);
    return new String(filled, StandardCharsets.UTF_8);
  }
}
