package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.workbook.HeaderWords;
import org.certassist.core.workbook.PortalLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileLayoutsTest {
  private static final PortalLayout LAYOUT =
      new PortalLayout(
          "江苏退工 2026",
          "jiangsu",
          "termination",
          "Sheet1",
          5,
          List.of(
              new PortalLayout.Head(4, "A", "序号", Optional.empty(), Map.of()),
              new PortalLayout.Head(
                  4, "B", "证件类型", Optional.of("idType"), Map.of("01-居民身份证", "居民身份证"))),
          List.of(new PortalLayout.UnitCell("name", 2, "C")),
          Optional.of(new Unit("91320509MA1X2Y3Z4A", "示例纺织", UnitType.LABOUR_DISPATCH)));

  @TempDir Path home;

  @Test
  void aLayoutIsKeptWithItsTemplateAndReadAgain() throws Exception {
    Path template = Files.write(home.resolve("a.xls"), new byte[] {1, 2, 3});
    DataFileLayouts layouts = new DataFileLayouts(home);

    layouts.keep(LAYOUT, template);

    DataFileLayouts again = new DataFileLayouts(home);
    assertThat(again.all()).containsExactly(LAYOUT);
    assertThat(again.faults()).isEmpty();
    assertThat(again.find("江苏退工 2026")).contains(LAYOUT);
    assertThat(again.ofProfile("hebei")).isEmpty();
    assertThat(again.original(LAYOUT))
        .hasFileName("江苏退工 2026.xls")
        .hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again.original(LAYOUT))))
        .isEqualTo("rw-------");
  }

  @Test
  void oneOfTheSameNameIsReplaced() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xls"), new byte[] {1}));

    layouts.keep(LAYOUT, Files.write(home.resolve("a.xlsx"), new byte[] {2}));

    assertThat(layouts.all()).hasSize(1);
    assertThat(layouts.original(LAYOUT)).hasBinaryContent(new byte[] {2});
  }

  @Test
  void whereTheNewOneCannotBeWrittenTheOldOneStays() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xlsx"), new byte[] {1}));
    Files.createFile(
        Files.createDirectory(home.resolve("layouts").resolve("江苏退工 2026.xls")).resolve("b"));
    Path template = Files.write(home.resolve("a.xls"), new byte[] {2});

    FaultException refused =
        assertThrows(FaultException.class, () -> layouts.keep(LAYOUT, template));

    assertThat(refused.fault().id()).isEqualTo("file.notWritten");
    assertThat(layouts.all()).containsExactly(LAYOUT);
    assertThat(layouts.original(LAYOUT)).hasBinaryContent(new byte[] {1});
  }

  @Test
  void oneThatCannotBeReadHasItsNameAllTheSame() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    assertThat(layouts.freeName("江苏退工 2026")).isEqualTo("江苏退工 2026");
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xls"), new byte[] {1}));
    Path file = home.resolve("layouts").resolve("江苏退工 2026.json");

    Files.writeString(file, "{");
    assertThat(layouts.all()).isEmpty();
    assertThat(layouts.freeName("江苏退工 2026")).isEqualTo("江苏退工 2026-2");

    Files.delete(file);
    assertThat(layouts.freeName("江苏退工 2026")).isEqualTo("江苏退工 2026-2");
  }

  @ParameterizedTest
  @CsvSource({
    "参保导入, 参保导入",
    "下载 (1), 下载 (1)",
    "(1), _(1)",
    ".x, _.x",
    "!参保, _参保",
    "a:b, a_b",
    "参保., _参保_",
    "CON, _CON",
    "nul.2026, _nul.2026",
  })
  void aNameThatCannotBeAFilesIsMadeOneThatCan(String wanted, String name) {
    assertThat(new DataFileLayouts(home).freeName(wanted)).isEqualTo(name);
    assertThat(DataFileLayouts.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "保", "𠮷", "a."})
  void aNameIsCutWhereItIsTooLong(String end) {
    String name = new DataFileLayouts(home).freeName("保".repeat(74) + end + "保".repeat(20));

    assertThat(name).contains("保".repeat(74)).hasSizeBetween(75, 76);
    assertThat(DataFileLayouts.isName(name + "-10")).isTrue();
  }

  @Test
  void oneMoreThanAreReadIsNotKept() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    Path template = Files.write(home.resolve("a.xls"), new byte[] {1});
    for (int i = 0; i < 100; i++) {
      layouts.keep(named("保" + i), template);
    }

    FaultException refused =
        assertThrows(FaultException.class, () -> layouts.keep(named("保100"), template));

    assertThat(refused.fault())
        .isEqualTo(UsageFault.of("usage.layoutsFull", "100", home.resolve("layouts").toString()));
    layouts.keep(named("保99"), template);
    assertThat(layouts.all()).hasSize(100);
    Files.createFile(home.resolve("layouts").resolve("x.json"));
    assertThrows(FaultException.class, () -> layouts.keep(named("保100"), template));
  }

  private static PortalLayout named(String name) {
    return new PortalLayout(
        name, "jiangsu", "termination", "S", 5, LAYOUT.heads(), List.of(), Optional.empty());
  }

  @Test
  void aFileThatCannotBeUsedIsNamedAndTheOthersAreRead() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xls"), new byte[] {1}));
    Path good = home.resolve("layouts").resolve("江苏退工 2026.json");
    Path bad =
        Files.writeString(
            good.resolveSibling("b.json"),
            Files.readString(good).replace("\"column\" : \"B\"", "\"column\" : \"../B\""));
    Path other = Files.copy(good, good.resolveSibling("c.json"));

    assertThat(layouts.all()).containsExactly(LAYOUT);
    assertThat(layouts.faults())
        .containsExactly(
            DataFault.of("data.invalid", bad.toString(), "heads[1].column", "not understood: ../B"),
            DataFault.of("data.invalid", other.toString(), "name", "not the file's name"));
    assertThat(layouts.fault("c")).contains(layouts.faults().getLast());
    assertThat(layouts.fault("江苏退工 2026")).isEmpty();
  }

  @Test
  void aFaultIsNotTakenForThatOfAFileWhoseNameEndsAlike() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    Path folder = Files.createDirectory(home.resolve("layouts"));
    Files.writeString(folder.resolve("江苏退工.json"), "{}");

    assertThat(layouts.fault("退工")).isEmpty();
    assertThat(layouts.fault("江苏退工")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "firstRow" : \\d+       | "firstRow" : 1          | firstRow
          "firstRow" : \\d+       | "firstRow" : 2000000    | firstRow
          "row" : \\d+            | "row" : 900000          | heads[0].row
          "row" : \\d+            | "row" : -1              | heads[0].row
          "column" : "B"         | "column" : "A"          | heads
          "column" : "B"         | "column" : "XFE"        | heads[1].column
          "field" : "[^"]+"      | "field" : 7             | heads[1].field
          "heads" : \\[          | "heads" : [ [] ], "x" : [ | heads[0]
          "kind" : "termination" | "kind" : "termination", "also" : 1 | also
          "kind" : "termination" | "kind" : "termination", "kind" : "enrolment" | line
          """)
  void aFileChangedByHandIsNotBelieved(String was, String is, String place) throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xls"), new byte[] {1}));
    Path file = home.resolve("layouts").resolve("江苏退工 2026.json");
    String json = Files.readString(file);
    String changed = json.replaceFirst(was, is);
    assertThat(changed).isNotEqualTo(json);
    Files.writeString(file, changed);

    assertThat(layouts.all()).isEmpty();
    assertThat(layouts.faults()).hasSize(1);
    assertThat(layouts.faults().getFirst().id()).isEqualTo("data.invalid");
    assertThat(layouts.faults().getFirst().details().get(1)).startsWith(place);
  }

  @Test
  void aFileOfAnyBytesIsReadOrNamed() throws Exception {
    DataFileLayouts layouts = new DataFileLayouts(home);
    layouts.keep(LAYOUT, Files.write(home.resolve("a.xls"), new byte[] {1}));
    Path file = home.resolve("layouts").resolve("江苏退工 2026.json");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(20261128);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = Arrays.copyOf(good, i % 4 == 0 ? random.nextInt(good.length) : good.length);
      for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);

      assertThat(layouts.all().size() + layouts.faults().size()).isEqualTo(1);
    }
    Files.writeString(file, "[".repeat(900_000));
    assertThat(layouts.all()).isEmpty();
    Files.write(file, new byte[2_000_000]);
    assertThat(layouts.all()).isEmpty();
    assertThat(layouts.faults()).containsExactly(DataFault.of("data.tooLarge", file.toString()));
  }

  static Stream<String> noNames() {
    return Stream.of(
        "../x",
        ".x",
        "a/b",
        "a\\b",
        "",
        "a:b",
        "x.",
        "a\u0000b",
        "CON",
        "nul.2026",
        "Com1",
        "aux .x",
        "保".repeat(81),
        "𠮷".repeat(41));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON2", "console", "com", "参保", "aux_", "𠮷"})
  void aNameIsAFilesOnEverySystem(String name) {
    assertThat(DataFileLayouts.isName(name)).isTrue();
    assertThat(DataFileLayouts.isName("保".repeat(80))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("noNames")
  void aNameThatWouldLeadElsewhereIsNotWritten(String name) throws Exception {
    PortalLayout named =
        new PortalLayout(
            name, "jiangsu", "termination", "S", 2, LAYOUT.heads(), List.of(), Optional.empty());
    Path template = Files.write(home.resolve("a.xls"), new byte[] {1});

    FaultException refused =
        assertThrows(FaultException.class, () -> new DataFileLayouts(home).keep(named, template));

    assertThat(refused.fault()).isEqualTo(UsageFault.of("usage.layoutName", name));
    assertThat(home.resolve("layouts")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "enrolment, 职工姓名, name",
    "enrolment, *公民身份号码, idNumber",
    "enrolment, 手机号码（必填）, phone",
    "enrolment, 劳动合同起始日期, contractStart",
    "termination, 减员原因, reason",
    "pre-registration, 入职日期, workStart"
  })
  void theBuiltInWordsAreKnown(String kind, String header, String field) {
    HeaderWords words = new HeaderWordsFile().builtIn();
    Kind wanted =
        new DataFileProfiles(home).find("practice").orElseThrow().kind(kind).orElseThrow();

    assertThat(words.column(wanted, header).map(Column::field)).contains(field);
    assertThat(words.isIgnored("序 号")).isTrue();
  }

  /// Two columns that one word means would be mixed up.
  @Test
  void noWordMeansTwoColumnsOfAKind() {
    HeaderWords words = new HeaderWordsFile().builtIn();
    for (Kind kind : new DataFileProfiles(home).find("practice").orElseThrow().kinds()) {
      List<String> headers =
          kind.columns().stream().map(Column::header).map(HeaderWords::comparable).toList();
      List<String> also =
          headers.stream()
              .flatMap(header -> words.synonyms().getOrDefault(header, List.of()).stream())
              .toList();

      assertThat(also).doesNotHaveDuplicates().doesNotContainAnyElementsOf(headers);
    }
  }
}
