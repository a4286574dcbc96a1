package org.certassist.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.rules.IdNumbers;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.Workbooks;
import org.certassist.datafiles.DataFileProfiles;

/// Enrolments of made-up people in as many rows and columns as are asked for, and their check.
final class SampleTable {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 10, 0);
  private static final FilingCalendar CALENDAR =
      FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6));
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1970, 1, 1);
  private static final int DAYS = 10_000;
  private static final Unit UNIT = new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY);

  private final Kind kind;

  private SampleTable(Kind kind) {
    this.kind = kind;
  }

  /// @param columns at least as many as an enrolment has; what is more are remarks
  static SampleTable enrolments(int columns) {
    Kind own =
        new DataFileProfiles(Path.of("/nonexistent"))
            .find("jiangsu")
            .flatMap(profile -> profile.kind("enrolment"))
            .orElseThrow();
    Stream<Column> more =
        IntStream.range(own.columns().size(), columns)
            .mapToObj(i ->
                new Column(
                    "备注" + i, "note" + i, ColumnType.TEXT, Requirement.OPTIONAL, List.of(), ""));
    return new SampleTable(
        new Kind(
            own.id(),
            own.version(),
            own.title(),
            own.titleEnglish(),
            own.direction(),
            Stream.concat(own.columns().stream(), more).toList()));
  }

  Kind kind() {
    return kind;
  }

  /// Reads a file and checks it; the number of findings.
  int readAndCheck(Workbooks workbooks, Path file) throws Exception {
    Verdict verdict =
        RuleBook.on(kind, CALENDAR, NOW).check(workbooks.read(file, List.of(kind)), "jiangsu", "");
    return verdict.findings().size();
  }

  List<Map<String, String>> people(int rows, int faultyEvery) {
    List<Map<String, String>> people = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      people.add(person(i, faultyEvery > 0 && i % faultyEvery == 0));
    }
    return people;
  }

  /// As many as are asked for in the memory of a thousand, none of them faulty.
  List<Map<String, String>> peopleAgainAndAgain(int rows) {
    List<Map<String, String>> few = people(1_000, 0);
    return new AbstractList<>() {
      @Override
      public Map<String, String> get(int index) {
        return few.get(index % few.size());
      }

      @Override
      public int size() {
        return rows;
      }
    };
  }

  /// One mark in every so many rows.
  static List<Workbooks.Mark> marks(int rows, int every) {
    return IntStream.range(0, rows / every)
        .mapToObj(i ->
            new Workbooks.Mark(
                new CellPlace(Workbooks.DATA_SHEET, Workbooks.FIRST_DATA_ROW + every * i, "B"),
                true,
                "证件号码",
                "?"))
        .toList();
  }

  Optional<Unit> unit() {
    return Optional.of(UNIT);
  }

  /// Writes it by streaming, with shared texts as Excel and WPS do.
  Path write(Path file, int rows, int faultyEvery) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), 100, true, true);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet(Workbooks.DATA_SHEET);
      put(sheet.createRow(0), List.of(kind.title()));
      put(
          sheet.createRow(1),
          List.of("统一社会信用代码", UNIT.creditCode(), "单位名称", UNIT.name(), "单位类型", "普通"));
      put(sheet.createRow(2), kind.columns().stream().map(Column::header).toList());
      for (int i = 0; i < rows; i++) {
        Map<String, String> person = person(i, faultyEvery > 0 && i % faultyEvery == 0);
        put(
            sheet.createRow(Workbooks.FIRST_DATA_ROW - 1 + i),
            kind.columns().stream()
                .map(column -> person.getOrDefault(column.field(), ""))
                .toList());
      }
      book.write(out);
    }
    return file;
  }

  private static void put(Row row, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        row.createCell(i).setCellValue(values.get(i));
      }
    }
  }

  private Map<String, String> person(int number, boolean faulty) {
    LocalDate birth = FIRST_BIRTH.plusDays(number % DAYS);
    String seventeen = "320509%s%03d".formatted(birth.toString().replace("-", ""), number / DAYS);
    Map<String, String> person = new LinkedHashMap<>();
    kind.columns().forEach(column -> person.put(column.field(), column.example()));
    person.put(
        "idNumber", faulty ? seventeen + "?" : seventeen + IdNumbers.checkCharacter(seventeen));
    person.put("name", "张" + (char) (0x4E00 + number % 5_000));
    person.put("phone", "138%08d".formatted(number));
    person.put("note", "第" + number + "号");
    for (int i = 0; i < kind.columns().size(); i++) {
      person.computeIfPresent("note" + i, (_, _) -> "备注" + number % 1_000);
    }
    return person;
  }
}
