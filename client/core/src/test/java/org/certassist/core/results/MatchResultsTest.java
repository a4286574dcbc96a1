package org.certassist.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Listing;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The portal's list held against the rows of a declaration.
class MatchResultsTest {
  private static final int LONG = 50_000;

  private static final Content CONTENT =
      new Content(
          "jiangsu",
          "enrolment",
          1,
          new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY),
          YearMonth.of(2026, 12),
          List.of(
              row(4, "李小芳", "32050919900307002X"),
              row(5, "王强", "440301198807154513"),
              row(6, "王强", "110105199112080039"),
              row(7, "赵敏", "320509199201010024")),
          "名单.xlsx");

  private static Content.Row row(int row, String name, String number) {
    return new Content.Row(row, new TreeMap<>(Map.of("name", name, "idNumber", number)));
  }

  /// @param lines cells parted by `|`
  private static MatchedResults match(String... lines) throws FaultException {
    return new MatchResults().match(CONTENT, new ReadResults().read(listing(lines)));
  }

  private static Listing listing(String... lines) {
    List<Listing.Line> all = new java.util.ArrayList<>();
    for (String line : lines) {
      all.add(new Listing.Line(all.size() + 1, Arrays.asList(line.split("\\|", -1))));
    }
    return new Listing("-", all);
  }

  @Test
  void everyLineFindsItsRowByTheNumber() throws Exception {
    assertThat(
            match(
                "批量增员申报 处理结果",
                "序号|姓名|证件号码（必填）|处理结果|失败原因",
                "1|李小芳|32050919900307002x|失败|未获取到人员基本信息",
                "2|王小强|440301198807154513|处理成功|",
                "",
                "3|赵敏| 320509199201010024 |处理中|"))
        .isEqualTo(
            new MatchedResults(
                List.of(new RowAnswer(4, "未获取到人员基本信息")),
                List.of(5),
                List.of(7),
                List.of(6),
                List.of()));
  }

  @Test
  void aMaskedNumberIsHelpedByANameThatIsTheOnlyOne() throws Exception {
    MatchedResults matched =
        match(
            "姓名|身份证号|错误信息",
            "李小芳|3205**********002X|户籍性质不能为空",
            "王强|4403**********4513|户籍性质不能为空",
            "王强||户籍性质不能为空",
            "赵敏|4403**********0024|户籍性质不能为空");

    assertThat(matched.wrong()).extracting(RowAnswer::row).containsExactly(4, 5);
    assertThat(matched.strays()).containsExactly(4, 5);
    assertThat(matched.isDecided()).isFalse();
    assertThat(matched.answers(CONTENT)).isEmpty();
  }

  @Test
  void aListWithoutNumbersIsHelpedByNamesThatAreTheOnlyOnes() throws Exception {
    MatchedResults matched = match("姓名|处理结果", "李小芳|成功", "王强|成功", "|成功");

    assertThat(matched.passed()).containsExactly(4);
    assertThat(matched.strays()).containsExactly(3, 4);
  }

  @Test
  void aLineThatNamesNobodyIsNotForARowWithoutAName() {
    Content content =
        new Content(
            CONTENT.profile(),
            CONTENT.kind(),
            1,
            CONTENT.unit(),
            CONTENT.settlementMonth(),
            List.of(row(4, "", "32050919900307002X")),
            CONTENT.source());

    MatchedResults matched =
        new MatchResults()
            .match(content, List.of(new ResultLine(2, "", "", new RowResult.Passed())));

    assertThat(matched.passed()).isEmpty();
    assertThat(matched.strays()).containsExactly(2);
  }

  @Test
  void aWholeNumberIsNeverSetAsideForAName() throws Exception {
    MatchedResults matched = match("姓名|证件号码|失败原因", "赵敏|320509199201010099|户籍性质不能为空");

    assertThat(matched.wrong()).isEmpty();
    assertThat(matched.strays()).containsExactly(2);
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLongListIsNotHeldAgainstEveryRowAnew() {
    List<Content.Row> rows =
        IntStream.range(0, LONG)
            .mapToObj(i -> row(i, "赵敏" + i, "3205091992%07dx".formatted(i)))
            .toList();
    List<ResultLine> lines =
        rows.reversed().stream()
            .map(row ->
                new ResultLine(
                    row.row(),
                    "",
                    row.values().getOrDefault("idNumber", "").toUpperCase(Locale.ROOT),
                    new RowResult.Passed()))
            .toList();
    Content content =
        new Content(
            CONTENT.profile(),
            CONTENT.kind(),
            1,
            CONTENT.unit(),
            CONTENT.settlementMonth(),
            rows,
            CONTENT.source());

    MatchedResults matched = new MatchResults().match(content, lines);

    assertThat(matched.passed()).hasSize(LONG);
    assertThat(matched.strays()).isEmpty();
  }

  @Test
  void oneWordAgainstAPersonIsEnough() throws Exception {
    MatchedResults matched =
        match(
            "姓名|证件号码|状态|备注",
            "赵敏|320509199201010024|成功|",
            "赵敏|320509199201010024|审核未通过|该人员为灵活就业参保人员",
            "赵敏|320509199201010024|失败|户籍性质不能为空");

    assertThat(matched.wrong()).containsExactly(new RowAnswer(7, "该人员为灵活就业参保人员；户籍性质不能为空"));
    assertThat(matched.passed()).isEmpty();
    assertThat(matched.answers(CONTENT).orElseThrow().accepted()).isEqualTo(3);
  }

  @Test
  void aMessageAloneIsAnErrorUnlessItSaysThatItWentWell() throws Exception {
    MatchedResults matched =
        match(
            "姓名|证件号码|备注",
            "李小芳|32050919900307002X|处理成功",
            "王强|440301198807154513|请通过窗口办理",
            "王强|110105199112080039|没有处理成功，校验异常",
            "赵敏|320509199201010024|");

    assertThat(matched.passed()).containsExactly(4, 7);
    assertThat(matched.wrong()).extracting(RowAnswer::row).containsExactly(5, 6);
  }

  @Test
  void aBlankStatusDecidesNothing() throws Exception {
    MatchedResults matched =
        match(
            "姓名|证件号码|处理结果|备注",
            "李小芳|32050919900307002X|成功|",
            "王强|440301198807154513||",
            "王强|110105199112080039||处理成功",
            "赵敏|320509199201010024||户籍性质不能为空");

    assertThat(matched.passed()).containsExactly(4);
    assertThat(matched.undecided()).containsExactly(5, 6);
    assertThat(matched.wrong()).containsExactly(new RowAnswer(7, "户籍性质不能为空"));
    assertThat(matched.answers(CONTENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"待办结", "未办结", "没有通过", "尚未审核通过", "待审核通过", "部分成功", "是否通过"})
  void aGoodWordThatIsTakenBackIsNone(String word) throws Exception {
    MatchedResults byStatus = match("姓名|证件号码|办理状态", "赵敏|320509199201010024|" + word);
    MatchedResults byMessage = match("姓名|证件号码|备注", "赵敏|320509199201010024|原单位" + word);

    assertThat(byStatus.passed()).isEmpty();
    assertThat(byStatus.undecided()).containsExactly(7);
    assertThat(byMessage.wrong()).extracting(RowAnswer::row).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"处理成功", "已办结", "待遇核定通过", "无误，通过", "正常"})
  void aGoodWordStandsAtTheEnd(String word) throws Exception {
    assertThat(match("姓名|证件号码|办理状态", "赵敏|320509199201010024|" + word).passed()).containsExactly(7);
  }

  @Test
  void aListOfPeopleWithoutAWordOnThemIsNoList() {
    assertThatThrownBy(() -> match("姓名|证件号码", "赵敏|320509199201010024"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("list.noHeaders");
    assertThatThrownBy(() -> match("赵敏|320509199201010024|失败"))
        .hasMessageContaining("list.noHeaders");
  }

  @Test
  void whatWasPartedAtTheBlanksOfAMessageIsPutTogetherAgain() throws Exception {
    MatchedResults matched = match("姓名|证件号码|失败原因", "赵敏|320509199201010024|存在欠费，320***|请 先|处理");

    assertThat(matched.wrong()).containsExactly(new RowAnswer(7, "存在欠费，320*** 请 先 处理"));
  }
}
