package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.testing.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellReaderTest {
  private final CellReader reader = new CellReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # type  | cell                          | read
          TEXT    | 仓库管理员                    | 仓库管理员
          TEXT    | \\u3000\\u00A0 仓库 管理员\\u00A0\\u2003 | 仓库 管理员
          TEXT    | ＡＢ１                        | ＡＢ１
          TEXT    | \\u00A0\\u3000                | blank
          TEXT    | number:12.50                  | 12.5
          TEXT    | number:100                    | 100
          TEXT    | number:12345~0012345          | 0012345
          TEXT    | number:1234567890123456       | cell.digitsLost
          TEXT    | number:1E+300                 | cell.digitsLost
          TEXT    | number:1E-300                 | cell.digitsLost
          TEXT    | number:0.30000000000000004~0.3 | 0.3
          TEXT    | date:2026-03-01               | cell.isADate
          TEXT    | formula:A1                    | cell.formula
          TEXT    | error:#N/A                    | cell.broken
          TEXT    | flag:false                    | cell.flag
          ADDRESS | 江苏省苏州市吴江区１号        | 江苏省苏州市吴江区１号
          ADDRESS | number:8                      | 8
          ADDRESS | date:2026-03-01               | cell.isADate
          ID      | 11010519491231002x            | 11010519491231002X
          ID      | ｅ１２３４５６７８            | E12345678
          ID      | \\u00A011010519491231002X     | 11010519491231002X
          ID      | 11010519491231002X\\u202C     | cell.hiddenCharacter
          ID      | 3.30E+17                      | cell.idAsNumber
          ID      | ３．３０Ｅ＋１７              | cell.idAsNumber
          ID      | 3E17                          | cell.idAsNumber
          ID      | number:110105194912310~1.1E+14 | cell.idAsNumber
          ID      | date:2026-03-01               | cell.isADate
          PHONE   | １３８００１３８０００        | 13800138000
          PHONE   | number:13800138000~1.38E+10   | 13800138000
          PHONE   | number:51281876166~051281876166 | 051281876166
          PHONE   | date:2026-03-01               | cell.isADate
          CODE    | 男                            | 男
          CODE    | 男\\u3000                     | 男
          CODE    | 男性                          | cell.notInList
          CODE    | number:1                      | 1
          CODE    | number:2                      | cell.notInList
          CODE    | number:1E+300                 | cell.notInList
          CODE    | flag:true                     | cell.flag
          CODE    | date:2026-03-01               | cell.isADate
          DATE    | 2026-11-01                    | 2026-11-01
          DATE    | 2026-1-2                      | 2026-01-02
          DATE    | 2026/11/1                     | 2026-11-01
          DATE    | 2026.11.01                    | 2026-11-01
          DATE    | 2026年11月1日                 | 2026-11-01
          DATE    | 2026年11月1                   | 2026-11-01
          DATE    | ２０２６－１１－０１          | 2026-11-01
          DATE    | 20261101                      | 2026-11-01
          DATE    | 2024-02-29                    | 2024-02-29
          DATE    | date:2026-11-01               | 2026-11-01
          DATE    | number:20261101               | 2026-11-01
          DATE    | 2026111                       | cell.notADate
          DATE    | 2026-111                      | cell.notADate
          DATE    | 2026-11                       | cell.notADate
          DATE    | 2026.11                       | cell.notADate
          DATE    | 2026/11-01                    | cell.notADate
          DATE    | 2026-02-29                    | cell.notADate
          DATE    | 2026-13-01                    | cell.notADate
          DATE    | 01/11/2026                    | cell.notADate
          DATE    | 26-11-01                      | cell.notADate
          DATE    | 0026-11-01                    | cell.notADate
          DATE    | 1899-12-31                    | cell.notADate
          DATE    | 长期                          | cell.notADate
          DATE    | number:46327                  | cell.notADate
          DATE    | number:2026.11                | cell.notADate
          DATE    | number:-20261101              | cell.notADate
          DATE    | number:1E+300                 | cell.notADate
          MONTH   | 2026-11                       | 2026-11
          MONTH   | 2026/1                        | 2026-01
          MONTH   | 2026年1月                     | 2026-01
          MONTH   | 2026.11                       | 2026-11
          MONTH   | 202611                        | 2026-11
          MONTH   | date:2026-11-30               | 2026-11
          MONTH   | number:202611                 | 2026-11
          MONTH   | 2026.1                        | cell.notAMonth
          MONTH   | number:2026.1                 | cell.notAMonth
          MONTH   | 20261                         | cell.notAMonth
          MONTH   | 2026-13                       | cell.notAMonth
          MONTH   | 2026-00                       | cell.notAMonth
          MONTH   | 2026-11-01                    | cell.notAMonth
          MONTH   | 0206-11                       | cell.notAMonth
          MONTH   | number:1E+300                 | cell.notAMonth
          MONEY   | 5000                          | 5000.00
          MONEY   | 5000.5                        | 5000.50
          MONEY   | ５０００．５０                | 5000.50
          MONEY   | 5,000                         | 5000.00
          MONEY   | 1,234,567.89                  | 1234567.89
          MONEY   | number:5000                   | 5000.00
          MONEY   | number:4999.9899999999998~4999.99 | 4999.99
          MONEY   | number:0                      | 0.00
          MONEY   | number:999999999.99           | 999999999.99
          MONEY   | number:1000000000             | cell.notMoney
          MONEY   | number:1E+300                 | cell.notMoney
          MONEY   | number:1E-300                 | cell.notMoney
          MONEY   | number:5000.125               | cell.notMoney
          MONEY   | number:-1                     | cell.notMoney
          MONEY   | 5000,50                       | cell.notMoney
          MONEY   | 50,00                         | cell.notMoney
          MONEY   | ,500                          | cell.notMoney
          MONEY   | 5000.125                      | cell.notMoney
          MONEY   | -5000                         | cell.notMoney
          MONEY   | 5E+3                          | cell.notMoney
          MONEY   | 5000元                        | cell.notMoney
          MONEY   | 1000000000                    | cell.notMoney
          MONEY   | date:2026-11-01               | cell.isADate
          """)
  void aCellIsReadAsItsColumnsTypeOrNotAtAll(ColumnType type, String cell, String expected) {
    String read =
        switch (reader.read(column(type), Example.cell(cell))) {
          case CellReading.Value(String value) -> value;
          case CellReading.Blank() -> "blank";
          case CellReading.Unreadable unreadable -> unreadable.rule().id();
        };

    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasReadReadsTheSameAgain(ColumnType type) {
    for (String written :
        List.of("男", "1", "2026年11月1日", "2026/1", "5,000.5", "１３８", "e1", "date:2026-11-01")) {
      if (reader.read(column(type), Example.cell(written)) instanceof CellReading.Value once) {
        assertThat(reader.read(column(type), new CellValue.Text(once.value()))).isEqualTo(once);
      }
    }
  }

  @Test
  void anUnreadableCellIsShownAsTheClerkSeesIt() {
    CellValue number = new CellValue.Numeric(new BigDecimal("330501198001010000"), "3.30501E+17");

    assertThat(reader.read(column(ColumnType.ID), number))
        .isEqualTo(new CellReading.Unreadable(Rule.CELL_ID_AS_NUMBER, "3.30501E+17", List.of()));
    assertThat(reader.read(column(ColumnType.TEXT), new CellValue.Text("𠮷".repeat(201))))
        .isEqualTo(
            new CellReading.Unreadable(Rule.CELL_TOO_LONG, "𠮷".repeat(20) + "…", List.of("200")));
    assertThat(reader.read(column(ColumnType.CODE), new CellValue.Text("女性")))
        .isEqualTo(new CellReading.Unreadable(Rule.CELL_NOT_IN_LIST, "女性", List.of("男 · 女 · 1")));
  }

  @Test
  void hugeCellsCostNoTime() {
    String gap = "甲" + " ".repeat(1_000_000) + "乙";
    CellValue tiny = new CellValue.Numeric(new BigDecimal("1E-1000000000"), "0");
    CellValue vast = new CellValue.Numeric(new BigDecimal("1E+1000000000"), "1E+999");

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          for (ColumnType type : ColumnType.values()) {
            assertThat(reader.read(column(type), new CellValue.Text(gap)))
                .isInstanceOf(CellReading.Unreadable.class);
            assertThat(reader.read(column(type), tiny)).isInstanceOf(CellReading.Unreadable.class);
            assertThat(reader.read(column(type), vast)).isInstanceOf(CellReading.Unreadable.class);
          }
        });
  }

  private static Column column(ColumnType type) {
    List<String> choices = type == ColumnType.CODE ? List.of("男", "女", "1") : List.of();
    return new Column("列", "field", type, Requirement.OPTIONAL, choices, "");
  }
}
