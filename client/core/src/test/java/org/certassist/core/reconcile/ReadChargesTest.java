package org.certassist.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.certassist.core.listing.Listing;
import org.junit.jupiter.api.Test;

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
    assertThat(list.nameless()).containsExactly(3);
  }

  @Test
  void otherMonthsAreCountedAndLeftOut() throws Exception {
    ChargeList list =
        read(
            "姓名|证件号码|险种|缴费基数|费款所属期",
            "赵敏|320509199201010024|养老|5000|2026-12-01",
            "赵敏|320509199201010024|养老|4000|202611",
            "赵敏|320509199201010024|医疗|9000|202612");

    assertThat(list.otherMonths()).isEqualTo(1);
    assertThat(list.charges())
        .containsExactly(
            new Charge(ZHAO, Set.of(Insurance.PENSION), List.of(new BigDecimal("5E+3")), 2));
  }
}
