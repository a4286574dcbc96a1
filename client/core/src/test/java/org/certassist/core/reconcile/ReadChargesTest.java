package org.certassist.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The portal's monthly detail, in the forms it comes in.
class ReadChargesTest {
  private static final Person ZHAO = new Person("赵敏", "320509199201010024");

  /// @param lines cells parted by `|`
  private static ChargeList read(String... lines) throws Exception {
    List<Listing.Line> all = new ArrayList<>();
    for (String line : lines) {
      all.add(new Listing.Line(all.size() + 1, Arrays.asList(line.split("\\|", -1))));
    }
    return new ReadCharges().read(new Listing("-", all), YearMonth.of(2026, 12));
  }

  @Test
  void columnsForEachInsuranceTellWhatIsChargedAndOnWhichBase() throws Exception {
    ChargeList list =
        read(
            "姓名|证件号码|基本养老保险缴费基数|养老单位应缴|失业应缴|工伤保险缴费基数|工伤应缴",
            "赵敏|320509199201010024|4,879.00|780.64|0.00|5000|20",
            "合  计||4879|780.64|0|5000|20");

    assertThat(list)
        .isEqualTo(
            new ChargeList(
                List.of(
                    new Charge(
                        ZHAO,
                        Set.of(Insurance.PENSION, Insurance.WORK_INJURY),
                        List.of(new BigDecimal("4879")),
                        2)),
                0,
                List.of()));
  }

  @Test
  void theBaseOfWorkInjuryCountsWhereThereIsNoOther() throws Exception {
    ChargeList list =
        read("姓名|证件号码|养老缴费基数|工伤缴费基数", "赵敏|320509199201010024||5001", "钱某|3205****0024||5001");

    assertThat(list.charges().getFirst().isWorkInjuryOnly()).isTrue();
    assertThat(list.charges().getFirst().bases()).containsExactly(new BigDecimal("5001"));
    assertThat(list.illegible()).containsExactly(3);
  }

  @Test
  void otherMonthsAreCountedAndLeftOut() throws Exception {
    ChargeList list =
        read(
            "姓名|证件号码|险种|缴费基数|费款所属期",
            "赵敏|320509199201010024|养老|5000|2026-12-01",
            "赵敏|320509199201010024|养老|4000|202611",
            "赵敏|320509199201010024|养老|4000|202610",
            "小 计||养老|13000|",
            "赵敏|320509199201010024|医疗|9000|202612");

    assertThat(list.otherMonths()).isEqualTo(2);
    assertThat(list.illegible()).isEmpty();
    assertThat(list.charges())
        .containsExactly(
            new Charge(ZHAO, Set.of(Insurance.PENSION), List.of(new BigDecimal("5E+3")), 2));
  }

  @Test
  void theMonthsOfAListForNoneOfTheMonthAreNamed() {
    assertThatThrownBy(() ->
            read(
                "姓名|证件号码|所属期",
                "赵敏|320509199201010024|202609-202611",
                "王强|440301198807154513|202701"))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused ->
                assertThat(refused.fault().details())
                    .containsExactly("-", "2026-12", "2026-09、2026-11、2027-01"));
    assertThatThrownBy(() -> read("姓名|证件号码|所属期", "合计||202611"))
        .hasMessageContaining("list.noPeople");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "202612",
        "20261201",
        "2026-12",
        "2026/12",
        "2026.12",
        "2026/12/1",
        "2026-12-01 00:00:00",
        "2026年12月",
        "2026 年 12 月",
        "2026年12月1日",
        "2026年12月（正常应缴）",
        "202612-202612",
        "2026-12-2026-12",
        "20261201至20261231",
        "2026 年 9 月 — 2026 年 12 月"
      })
  void aMonthIsReadHoweverItIsWritten(String month) throws Exception {
    ChargeList list = read("姓名|证件号码|所属期", "赵敏|320509199201010024|" + month);

    assertThat(list.charges()).hasSize(1);
    assertThat(list.illegible()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261101",
        "2026 年 11 月",
        "2026-11",
        "2026/11",
        "2026/1/12",
        "202611",
        "202611-202611",
        "2026-11-2026-11",
        "202609~202611"
      })
  void anotherMonthIsNotTheOneThatIsAskedFor(String month) throws Exception {
    ChargeList list =
        read("姓名|证件号码|所属期", "赵敏|320509199201010024|202612", "王强|440301198807154513|" + month);

    assertThat(list.charges()).extracting(Charge::person).containsExactly(ZHAO);
    assertThat(list.otherMonths()).isEqualTo(1);
    assertThat(list.illegible()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12月",
        "2026",
        "202613",
        "2026年11-12月",
        "202612-202611",
        "2026年12月、11月",
        "20261",
        "2026/11-12",
        "202612-202701-202702"
      })
  void aMonthThatCannotBeReadIsNotTheOneThatIsAskedFor(String month) throws Exception {
    ChargeList list =
        read(
            "姓名|证件号码|所属期",
            "赵敏|320509199201010024|202612",
            "赵敏|320509199201010024|",
            "王强|440301198807154513|" + month);

    assertThat(list.charges()).extracting(Charge::person).containsExactly(ZHAO);
    assertThat(list.otherMonths()).isZero();
    assertThat(list.illegible()).containsExactly(4);
  }

  /// Taken for none it would agree with any.
  @ParameterizedTest
  @ValueSource(strings = {"6e3", "6000/月", "-6000", "6000.00.00", "=B2"})
  void aBaseThatIsNoAmountIsNotCompared(String base) throws Exception {
    assertThat(
            read("姓名|证件号码|缴费基数", "赵敏|320509199201010024|" + base, "王强|440301198807154513|5000")
                .illegible())
        .containsExactly(2);
    assertThat(
            read("姓名|证件号码|养老缴费基数", "赵敏|320509199201010024|" + base, "王强|440301198807154513|5000")
                .illegible())
        .containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          姓名|证件号码|险种|缴费基数                ~ 赵敏|320509199201010024|基本医疗保险|5000
          姓名|证件号码|养老应缴|失业应缴|工伤应缴     ~ 赵敏|320509199201010024|0.00|0.00|0.00
          姓名|证件号码|缴费基数|养老应缴|工伤应缴     ~ 赵敏|320509199201010024|5000|0|
          姓名|证件号码|缴费基数                     ~ 赵敏|320509199201010024|0.00
          """)
  void somebodyWithNothingToPayForInsurancesFiledHereIsNotCharged(String headers, String line)
      throws Exception {
    ChargeList list = read(headers, line, "王强|440301198807154513|20|30|40");

    assertThat(list.charges()).extracting(charge -> charge.person().name()).containsExactly("王强");
    assertThat(list.illegible()).isEmpty();
  }

  @Test
  void aPersonsLineIsNoTotalWhateverItsNoteSays() throws Exception {
    ChargeList list =
        read("姓名|证件号码|缴费基数|备注", "赵敏|320509199201010024|5000|合计补缴3个月", "总计|1人|5000|", "合计||5000|");

    assertThat(list.charges()).extracting(Charge::person).containsExactly(ZHAO);
    assertThat(list.illegible()).isEmpty();
  }
}
