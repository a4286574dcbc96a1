package org.certassist.core.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certassist.core.testing.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          idNumber=１１０１０５１９４９１２３１００２Ｘ     | 11010519491231002X | [width]
          idNumber=1101\\u200B0519491231002X     | 11010519491231002X | [invisible]
          idNumber=\\u202A11010519491231002X\\u202C | 11010519491231002X | [invisible]
          idNumber=\\u00A011010519491231002X\\u3000 | 11010519491231002X | [spaces]
          name=\\uFEFF\\u00A0张三                  | 张三               | [invisible, spaces]
          phone=１３８０００００００１                  | 13800000001        | [width]
          contractStart=2026/3/1                | 2026-03-01         | [dateForm]
          contractStart=2026.3.1                | 2026-03-01         | [dateForm]
          contractStart=2026年3月1日              | 2026-03-01         | [dateForm]
          contractStart=\\u3000２０２６／３／１      | 2026-03-01         | [spaces, width, dateForm]
          insuredFrom=2026/3                    | 2026-03            | [dateForm]
          insuredFrom=2026.03                   | 2026-03            | [dateForm]
          contributionBase=６０００．５０          | 6000.50            | [width]
          unit.creditCode=９１350100M000100Y43    | 91350100M000100Y43 | [width]
          """)
  void aSafeRepairIsProposedWithItsReasons(String change, String after, String why) {
    List<Repair> repairs = repairs(change);

    assertThat(repairs).hasSize(1);
    assertThat(repairs.getFirst().after()).isEqualTo(after);
    assertThat(repairs.getFirst().why().stream().map(Repair.Why::word).toList()).hasToString(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "contractStart=2026-03-01",
        "contractStart=1/3/2026",
        "contractStart=2026-3/1",
        "contractStart=2026/2/30",
        "contractStart=0026/2/3",
        "insuredFrom=2026.3",
        "insuredFrom=2026/13",
        "idNumber=3.30E+17",
        "idNumber=number:330105194912310020",
        "contractStart=date:2026-03-01",
        "name=formula:1+1",
        "name=张 三",
        "name=\\u202E张三",
        "householdAddress=江苏省苏州市吴江区松陵镇中山路１号"
      })
  void whatWouldBeAGuessOrIsNotWrongIsLeftAlone(String change) {
    assertThat(repairs(change)).isEmpty();
  }

  @Test
  void aRepairShowsNobodysNumberInALog() {
    assertThat(repairs("idNumber=\\u00A011010519491231002X").getFirst().toString())
        .doesNotContain("1101");
  }

  private static List<Repair> repairs(String change) {
    return Repairs.of(Example.draft("enrolment: " + change));
  }
}
