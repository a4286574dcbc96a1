package org.certassist.core.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyNameTest {
  @ParameterizedTest
  @CsvSource({
    "a.xlsx, b.xlsx, b.xlsx",
    "a.xls,  b.xls,  b.xls",
    "a.XLS,  b.xlsx, b.xls",
    "a.xlsm, b.xlsx, b.xlsm",
    "a.csv,  b.csv,  b.xlsx",
    "a.csv,  b.xlsx, b.xlsx",
    "a.xls,  b,      b.xls",
    "a.xls,  b.v2,   b.v2.xls",
    "a,      b.xlsx, b.xlsx"
  })
  void aCopyEndsAsItsFormDemands(String original, String wanted, String name) {
    assertThat(CopyName.of(Path.of("d", original), Path.of("e", wanted)))
        .isEqualTo(Path.of("e", name));
  }
}
