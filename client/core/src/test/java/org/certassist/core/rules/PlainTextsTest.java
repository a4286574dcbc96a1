package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.testing.Example;
import org.certassist.core.workbook.OwnTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextsTest {
  private static Map<String, String> row(String example) {
    return PlainTexts.of(Example.draft(example)).rows().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contractStart=date:2026-11-16 | contractStart | 2026-11-16
          contractStart=2026年11月16日    | contractStart | 2026-11-16
          phone=number:13800138000      | phone         | 13800138000
          contractStart=soon            | contractStart | soon
          idNumber=number:3.3E17        | idNumber      | 3.3E17
          """)
  void aCellIsWrittenAsItIsReadElseAsItIsShown(String change, String field, String text) {
    assertThat(row("enrolment: " + change).get(field)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "position=formula:A1, H4",
    "position=error:#REF!, H4",
    "position=flag:true, H4",
    "idNumber=number:110105194912310021, B4",
    "unit.type=外包, F2",
    "unit.name=formula:B9, D2"
  })
  void aMistakeThatAFileOfTextsWouldHideIsNamed(String change, String cell) {
    assertThat(PlainTexts.of(Example.draft("enrolment: " + change)).wouldPass())
        .extracting(place -> place.column() + place.row())
        .containsExactly(cell);
  }

  @Test
  void aMistakeThatIsFoundAgainMayBeWritten() {
    PlainTexts texts = PlainTexts.of(Example.draft("enrolment: phone=12; contractStart=soon"));
    assertThat(texts.wouldPass()).isEqualTo(java.util.List.<CellPlace>of());
  }

  @Test
  void anEmptySheetHasNoUnit() {
    assertThat(PlainTexts.of(OwnTemplate.blank(Example.draft("enrolment").kind())).unit())
        .isEmpty();
  }
}
