package org.certassist.core.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.workbook.LearnLayout.Learnt;
import org.certassist.core.workbook.LearnLayout.Told;
import org.certassist.core.workbook.TemplateSheet.Merged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnLayoutTest {
  private static final Unit UNIT = new Unit("91320509MA1X2Y3Z4A", "示例纺织", UnitType.ORDINARY);
  private static final Kind LEAVE =
      new Kind(
          "termination",
          1,
          "用人单位退工停保登记",
          "Termination",
          Kind.Direction.OUT,
          List.of(
              column("证件类型", "idType", Requirement.REQUIRED, "居民身份证", "护照"),
              column("证件号码", "idNumber", Requirement.REQUIRED),
              column("姓名", "name", Requirement.REQUIRED),
              column("停保日期", "stopDate", Requirement.REQUIRED),
              column("岗位（工种）", "position", Requirement.OPTIONAL),
              column("联系电话", "phone", Requirement.OPTIONAL)));
  private static final HeaderWords WORDS =
      new HeaderWords(
          Map.of("姓名", List.of("职工姓名"), "证件号码", List.of("公民身份号码"), "联系电话", List.of("手机号码")),
          Set.of("序号"));

  private final LearnLayout learning = new LearnLayout(WORDS);

  @ParameterizedTest
  @CsvSource({
    "姓名, name",
    "* 姓 名, name",
    "职工姓名（必填）, name",
    "停保日期(yyyy-MM-dd), stopDate",
    "岗位（工种）, position",
    "岗位(工种), position",
    "手机号码, phone",
    "座机, ",
    "（姓名）, "
  })
  void aHeaderMeansAColumnByNameOrByAnotherWordForIt(String header, String field) {
    assertThat(WORDS.column(LEAVE, header).map(Column::field))
        .isEqualTo(Optional.ofNullable(field));
  }

  @Test
  void headersAreFoundWhereverTheyStand() {
    Learnt learnt =
        learn(sheet("退工").row(1, "单位退工停保批量导入").row(3, "序号", "职工姓名", "证件类型", "公民身份号码", "停保日期"));

    assertThat(learnt.problems()).isEmpty();
    assertThat(learnt.isUsable()).isTrue();
    assertThat(learnt.layout())
        .isEqualTo(
            new PortalLayout(
                "退工",
                "jiangsu",
                "termination",
                "退工",
                4,
                List.of(
                    head(3, "A", "序号", ""),
                    head(3, "B", "职工姓名", "name"),
                    head(3, "C", "证件类型", "idType"),
                    head(3, "D", "公民身份号码", "idNumber"),
                    head(3, "E", "停保日期", "stopDate")),
                List.of(),
                Optional.of(UNIT)));
  }

  @Test
  void aHeaderInMergedCellsCountsForTheRowsBelowIt() {
    Learnt learnt =
        learn(
            sheet("Sheet1")
                .row(2, "姓名", "证件", "", "停保日期")
                .row(3, "", "证件类型", "证件号码", "")
                .merged(2, 3, 0, 0)
                .merged(2, 3, 3, 3)
                .merged(2, 2, 1, 2));

    assertThat(learnt.problems()).isEmpty();
    assertThat(learnt.layout().headRow()).isEqualTo(3);
    assertThat(learnt.layout().heads())
        .containsExactly(
            head(2, "A", "姓名", "name"),
            head(3, "B", "证件类型", "idType"),
            head(3, "C", "证件号码", "idNumber"),
            head(2, "D", "停保日期", "stopDate"));
  }

  @Test
  void whatIsMissingUnknownOrThereTwiceIsNamed() {
    Learnt learnt = learn(sheet("表").row(1, "姓名", "证件类型", "血型", "联系电话", "手机号码", "证件号码"));

    assertThat(learnt.problems())
        .containsExactly(
            new LayoutProblem.UnknownHeader(place("表", 1, "C"), "血型"),
            new LayoutProblem.HeaderTwice(place("表", 1, "E"), "手机号码", place("表", 1, "D")),
            new LayoutProblem.MissingColumn("表!1", "停保日期"));
    assertThat(learnt.isUsable()).isFalse();
  }

  @Test
  void aHeaderThatNobodyKnowsCanBeTold() {
    Learnt learnt =
        learning
            .learn(
                List.of(sheet("表").row(1, "姓名", "证件类型", "证件号码", "离开时间").build()),
                LEAVE,
                new Told("a", "jiangsu", Optional.of(UNIT), Map.of("D", "stopDate")))
            .orElseThrow();

    assertThat(learnt.problems()).isEmpty();
    assertThat(learnt.layout().head("stopDate")).contains(head(1, "D", "离开时间", "stopDate"));
  }

  @Test
  void ourWordsAreFoundInThePortalsList() {
    Learnt learnt =
        learn(
            sheet("表")
                .row(1, "姓名", "证件类型", "证件号码", "停保日期")
                .list(1, "01-居民身份证（户口簿）", "02-护照", "99-其他"));

    PortalLayout.Head idType = learnt.layout().head("idType").orElseThrow();
    assertThat(idType.ours("01-居民身份证（户口簿）")).isEqualTo("居民身份证");
    assertThat(idType.portals("护照")).isEqualTo("02-护照");
    assertThat(idType.ours("99-其他")).isEqualTo("99-其他");
    assertThat(learnt.problems()).isEmpty();
  }

  @Test
  void aWordThatTheListLacksOrHasTwiceIsNamed() {
    Learnt learnt =
        learn(
            sheet("表")
                .row(1, "姓名", "证件类型", "证件号码", "停保日期")
                .list(1, "居民身份证（甲）", "居民身份证（乙）", "外国护照"));

    assertThat(learnt.problems())
        .containsExactly(
            new LayoutProblem.WordsNotInList(place("表", 1, "B"), "证件类型", List.of("居民身份证", "护照")));
    assertThat(learnt.isUsable()).isTrue();
  }

  @Test
  void fewRowsBelowTheHeadersAreTheTemplatesOwn() {
    Learnt learnt =
        learn(sheet("表").row(2, "姓名", "证件类型", "证件号码", "停保日期").row(3, "必填").row(4, "例：张三"));

    assertThat(learnt.layout().firstRow()).isEqualTo(5);
    assertThat(learnt.problems()).containsExactly(new LayoutProblem.RowsOfItsOwn(3, 4, 5));
  }

  @Test
  void manyRowsBelowTheHeadersAreNoEmptyTemplate() {
    Sheet filled = sheet("表").row(1, "姓名", "证件类型", "证件号码", "停保日期");
    for (int row = 2; row <= 5; row++) {
      filled.row(row, "张三");
    }

    assertThat(learn(filled).problems()).containsExactly(new LayoutProblem.FilledAlready(4));
    assertThat(learn(filled).isUsable()).isFalse();
  }

  @Test
  void theUnitStandsBehindItsLabelsOrIsTold() {
    Sheet sheet =
        sheet("表")
            .row(1, "单位名称：", "", "", "单位编号/统一社会信用代码：")
            .merged(1, 1, 0, 1)
            .row(2, "姓名", "证件类型", "证件号码", "停保日期");
    Told nothing = new Told("a", "jiangsu", Optional.empty(), Map.of());

    Learnt labelled = learning.learn(List.of(sheet.build()), LEAVE, nothing).orElseThrow();
    Learnt none =
        learning
            .learn(List.of(sheet("表").row(2, "姓名", "证件类型", "证件号码", "停保日期").build()), LEAVE, nothing)
            .orElseThrow();

    assertThat(labelled.layout().unitCells())
        .containsExactly(
            new PortalLayout.UnitCell("creditCode", 1, "E"),
            new PortalLayout.UnitCell("name", 1, "C"));
    assertThat(labelled.problems()).isEmpty();
    assertThat(none.problems()).containsExactly(new LayoutProblem.NoUnit());
  }

  @Test
  void theUnitThatIsToldIsNotAskedOfTheSheet() {
    Learnt learnt =
        learn(sheet("表").row(1, "单位名称：", "", "统一社会信用代码").row(2, "姓名", "证件类型", "证件号码", "停保日期"));

    assertThat(learnt.layout().unitCells()).isEmpty();
    assertThat(learnt.layout().unit()).contains(UNIT);
  }

  @Test
  void ofALabelThatIsThereTwiceTheFirstCounts() {
    Learnt learnt =
        learning
            .learn(
                List.of(
                    sheet("表")
                        .row(1, "单位名称", "", "信用代码")
                        .row(2, "", "参保单位名称")
                        .row(3, "姓名", "证件类型", "证件号码", "停保日期")
                        .build()),
                LEAVE,
                new Told("a", "jiangsu", Optional.empty(), Map.of()))
            .orElseThrow();

    assertThat(learnt.layout().unitCells())
        .containsExactly(
            new PortalLayout.UnitCell("creditCode", 1, "D"),
            new PortalLayout.UnitCell("name", 1, "B"));
  }

  @Test
  void headersStandAmongTheFirstThirtyRows() {
    String[] headers = {"姓名", "证件类型", "证件号码", "停保日期"};

    assertThat(learn(sheet("表").row(30, headers)).layout().headRow()).isEqualTo(30);
    assertThat(learning.kinds(List.of(sheet("表").row(31, headers).build()), List.of(LEAVE)))
        .isEmpty();
  }

  @Test
  void theKindIsTheOneWhoseColumnsAreThere() {
    Kind other =
        new Kind(
            "retirement",
            1,
            "退休",
            "Retirement",
            Kind.Direction.OUT,
            List.of(
                LEAVE.columns().get(0),
                LEAVE.columns().get(1),
                LEAVE.columns().get(2),
                column("退休类型", "retirementType", Requirement.REQUIRED)));
    List<TemplateSheet> sheets =
        List.of(
            sheet("说明").row(1, "姓名", "怎么填").build(),
            sheet("表").row(1, "姓名", "证件类型", "证件号码", "停保日期").build());

    assertThat(learning.kinds(sheets, List.of(other, LEAVE))).containsExactly(LEAVE);
    assertThat(
            learning.kinds(
                List.of(sheet("表").row(1, "姓名", "证件类型", "证件号码").build()), List.of(other, LEAVE)))
        .containsExactly(other, LEAVE);
    assertThat(learning.kinds(List.of(sheet("表").row(1, "商品", "单价").build()), List.of(LEAVE)))
        .isEmpty();
  }

  @Test
  void ofKindsWithTheSameColumnsThereTheOneThatMissesFewerFits() {
    List<Column> more = new java.util.ArrayList<>(LEAVE.columns());
    more.add(column("退休类型", "retirementType", Requirement.REQUIRED));
    Kind other = new Kind("retirement", 1, "退休", "Retirement", Kind.Direction.OUT, more);
    List<TemplateSheet> sheets = List.of(sheet("表").row(1, "姓名", "证件类型", "证件号码", "停保日期").build());

    assertThat(learning.kinds(sheets, List.of(LEAVE, other))).containsExactly(LEAVE);
    assertThat(learning.kinds(sheets, List.of(other, LEAVE))).containsExactly(LEAVE);
  }

  @Test
  void aChangedHeaderIsNamedCellByCell() {
    PortalLayout layout = learn(sheet("表").row(3, "姓名", "证件类型", "证件号码", "停保日期")).layout();

    assertThat(layout.fits(headOf("表", "姓名", "证件类型", "* 证件号码", "停保日期"))).isTrue();
    assertThat(layout.fits(headOf("别的", "姓名", "证件类型", "证件号码", "停保日期"))).isFalse();
    SheetHead changed = headOf("表", "姓名", "证件号码", "证件类型", "停保日期", "电话");
    assertThat(layout.fits(changed)).isFalse();
    assertThat(layout.resembles(changed)).isTrue();
    assertThat(layout.resembles(headOf("表", "姓名", "年龄", "性别", "部门"))).isFalse();
    assertThat(layout.differences(changed))
        .containsExactly(
            new PortalLayout.Difference(place("表", 3, "B"), "证件类型", "证件号码"),
            new PortalLayout.Difference(place("表", 3, "C"), "证件号码", "证件类型"),
            new PortalLayout.Difference(place("表", 3, "E"), "", "电话"));
  }

  private Learnt learn(Sheet sheet) {
    return learning
        .learn(
            List.of(sheet.build()),
            LEAVE,
            new Told(sheet.name, "jiangsu", Optional.of(UNIT), Map.of()))
        .orElseThrow();
  }

  private static SheetHead headOf(String sheet, String... headers) {
    Map<CellPlace, String> texts = new HashMap<>();
    for (int column = 0; column < headers.length; column++) {
      texts.put(place(sheet, 3, ColumnLetters.of(column)), headers[column]);
    }
    return new SheetHead(sheet, texts);
  }

  private static PortalLayout.Head head(int row, String column, String header, String field) {
    return new PortalLayout.Head(
        row, column, header, Optional.of(field).filter(each -> !each.isEmpty()), Map.of());
  }

  private static CellPlace place(String sheet, int row, String column) {
    return new CellPlace(sheet, row, column);
  }

  private static Column column(
      String header, String field, Requirement requirement, String... choices) {
    return new Column(
        header,
        field,
        choices.length == 0 ? ColumnType.TEXT : ColumnType.CODE,
        requirement,
        List.of(choices),
        "");
  }

  private static Sheet sheet(String name) {
    return new Sheet(name);
  }

  /// A sheet as it is written down in a test.
  private static final class Sheet {
    private final String name;
    private final NavigableMap<Integer, NavigableMap<Integer, String>> texts = new TreeMap<>();
    private final List<Merged> merged = new java.util.ArrayList<>();
    private final Map<Integer, List<String>> lists = new HashMap<>();

    Sheet(String name) {
      this.name = name;
    }

    Sheet row(int row, String... cells) {
      NavigableMap<Integer, String> line = new TreeMap<>();
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          line.put(column, cells[column]);
        }
      }
      texts.put(row, line);
      return this;
    }

    Sheet merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      merged.add(new Merged(firstRow, lastRow, firstColumn, lastColumn));
      return this;
    }

    Sheet list(int column, String... words) {
      lists.put(column, List.of(words));
      return this;
    }

    TemplateSheet build() {
      return new TemplateSheet(name, texts, merged, lists);
    }
  }
}
