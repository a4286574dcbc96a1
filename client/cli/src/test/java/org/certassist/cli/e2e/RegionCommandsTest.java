package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `calendar` and `region`: what is known of a region.
class RegionCommandsTest {
  @TempDir Path home;

  private Ended run(String... arguments) throws Exception {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    return RealProcess.certassist("", all);
  }

  @Test
  void theCalendarTellsTheWindowOfAMoment() throws Exception {
    Ended asked = run("calendar", "--profile", "jiangsu", "--json", "--at", "2021-09-20T08:59:59Z");

    assertThat(asked.code()).isZero();
    JsonNode calendar = JsonMapper.shared().readTree(asked.out());
    assertThat(calendar.at("/open").booleanValue()).isTrue();
    assertThat(calendar.at("/window/settlementMonth").stringValue()).isEqualTo("2021-10");
    assertThat(calendar.at("/secondsLeft").longValue()).isEqualTo(1);
    assertThat(calendar.at("/next/opens").stringValue()).isEqualTo("2021-10-11T00:00:00+08:00");
  }

  @Test
  void theLastDayIsWrittenAsTheBureausDo() throws Exception {
    Ended asked = run("calendar", "--profile", "jiangsu", "--at", "2026-12-06");

    assertThat(asked.out())
        .contains(
            "结算年月 2026-12：2026-11-11 00:00 至 2026-12-06 24:00",
            "快截止了：还剩 0 天 12 小时 0 分",
            "之后的申报期，结算年月 2027-01：");
  }

  @Test
  void aTimeThatIsNoneIsSaidToBeNone() throws Exception {
    Ended asked = run("calendar", "--at", "tomorrow");

    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("tomorrow", "calendar 命令也可以只写哪一天");
  }

  @Test
  void aProfileMayBeCalledAsACommandIs() throws Exception {
    Ended asked = run("--profile", "practice", "calendar");

    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("练习门户");
  }

  @Test
  void aRegionTellsWhatAnActTakesThere() throws Exception {
    Ended asked = run("region", "--profile", "nanjing", "--lang", "en");

    assertThat(asked.code()).isZero();
    assertThat(asked.out())
        .contains("Take somebody on:", "1. 用工备案登记 (enrolment)", "2. 单位职工参保 (enrolment)")
        .contains("From guide 000");
  }
}
