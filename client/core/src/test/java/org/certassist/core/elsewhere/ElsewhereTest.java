package org.certassist.core.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.core.archive.Step;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.key.Engine;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.CertificateNeeds;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.signature.Sm2Form;
import org.certassist.core.testing.MemoryArchive;
import org.certassist.core.testing.MemoryTicks;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stays open for whom, until when.
class ElsewhereTest {
  private static final Profile PROFILE =
      new Profile(
          "practice",
          "练习",
          "Practice",
          Optional.empty(),
          Optional.empty(),
          List.of(Way.COUNTER),
          List.of(),
          List.of(),
          100,
          FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
          List.of("养老保险"),
          List.of("医疗保险", "生育保险"),
          List.of(),
          List.of(),
          RevocationPolicy.USUAL,
          CertificateNeeds.NONE,
          Optional.empty(),
          Sm2Form.CMS,
          List.of(),
          List.of(),
          new Profile.Source("test", "2026-11-22", true));
  private static final Unit FUZHOU =
      new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY);
  private static final Unit SUZHOU = new Unit("91320509MA1XXXXX3K", "苏州丝绸有限公司", UnitType.ORDINARY);
  private static final String LI = "32050919900307002X";
  private static final String WANG = "440301198807154513";
  private static final String ZHAO = "320509199201010024";

  private final MemoryArchive archive = new MemoryArchive();
  private final MemoryTicks ticks = new MemoryTicks();

  /// Already the 22nd in Shanghai.
  private final Elsewhere elsewhere =
      new Elsewhere(
          archive,
          ticks,
          new ShanghaiTime(Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC)));

  /// @param people as `李小芳 32050919900307002X`
  private DeclarationId filed(Unit unit, String kind, String more, String... people)
      throws Exception {
    List<Content.Row> rows = new ArrayList<>();
    for (String person : people) {
      String[] words = person.split(" ", 2);
      rows.add(
          new Content.Row(
              4 + rows.size(),
              new TreeMap<>(Map.of("name", words[0], "idNumber", words[1], "reversedKind", more))));
    }
    DeclarationId id = DeclarationId.random();
    byte[] bytes = {1};
    archive.append(
        id,
        0,
        new Step.Signed(
            new Content("practice", kind, 1, unit, YearMonth.of(2026, 12), rows, "名单.xlsx"),
            bytes,
            bytes,
            new EncodedCertificate(bytes),
            List.of(),
            "1",
            "softhsm2",
            Engine.SUNPKCS11));
    archive.append(id, 1, new Step.Sending(URI.create("https://127.0.0.1:1/")));
    return id;
  }

  private DeclarationId accepted(String kind, String... people) throws Exception {
    return accepted(FUZHOU, kind, "", people);
  }

  private DeclarationId accepted(Unit unit, String kind, String more, String... people)
      throws Exception {
    DeclarationId id = filed(unit, kind, more, people);
    OffsetDateTime received = OffsetDateTime.parse("2026-11-20T16:30:00Z");
    byte[] bytes = {1};
    archive.append(
        id,
        2,
        new Step.Accepted(new Receipt("R-1", id, "ab", received, List.of(), bytes, bytes, bytes)));
    return id;
  }

  private List<Point> find(String person, String insurance) throws Exception {
    return new WhichPoints(elsewhere.points(PROFILE)).find(Optional.empty(), person, insurance);
  }

  private void tickOff(String person, String insurance) throws Exception {
    var _ = elsewhere.tickOff(find(person, insurance), Optional.empty(), Optional.empty());
  }

  /// What is open, as `李小芳 enrol 医疗保险`.
  private List<String> open() throws Exception {
    return elsewhere.points(PROFILE).stream()
        .filter(Point::isOpen)
        .map(point ->
            point.person().name() + " " + point.todo().word() + " " + point.id().insurance())
        .toList();
  }

  private static void assertFault(ThrowingCallable call, String id, String... details) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FaultException.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(UsageFault.of(id, details)));
  }

  @Test
  void everyoneTakenOnStaysOpenUntilTickedOff() throws Exception {
    DeclarationId hired = accepted("enrolment", "李小芳 " + LI, "王强 " + WANG);
    assertThat(open())
        .containsExactly("李小芳 enrol 医疗保险", "李小芳 enrol 生育保险", "王强 enrol 医疗保险", "王强 enrol 生育保险");
    Point first = elsewhere.points(PROFILE).getFirst();
    assertThat(first.id()).isEqualTo(new PointId(hired, 4, "医疗保险"));
    assertThat(first.since()).isEqualTo(LocalDate.of(2026, 11, 21));

    tickOff("李小芳", "医疗");
    tickOff("4513", "all");
    assertThat(open()).containsExactly("李小芳 enrol 生育保险");
    assertThat(elsewhere.points(PROFILE)).hasSize(4);
    assertThat(find("李小芳", "医疗保险").getFirst().tick())
        .contains(
            new Tick(new PointId(hired, 4, "医疗保险"), LocalDate.of(2026, 11, 22), Optional.empty()));

    var _ = elsewhere.takeBack(find("李小芳", "all"));
    assertThat(open()).containsExactly("李小芳 enrol 医疗保险", "李小芳 enrol 生育保险");
  }

  @Test
  void onlyWhatWasTakenCounts() throws Exception {
    DeclarationId hired = accepted("enrolment", "李小芳 " + LI, "王强 " + WANG);
    archive.append(
        hired,
        3,
        new Step.Answered(new RowAnswers(1, 1, List.of(new RowAnswers.RowAnswer(4, "户籍性质不能为空")))));
    var _ = filed(FUZHOU, "enrolment", "", "赵敏 " + ZHAO);
    var _ = accepted("base-adjustment", "赵敏 " + ZHAO);
    assertThat(open()).containsExactly("王强 enrol 医疗保险", "王强 enrol 生育保险");
  }

  @Test
  void whatTheClerkHandedInCountsFromTheDaySheNames() throws Exception {
    DeclarationId id = DeclarationId.random();
    Content content =
        new Content(
            "practice",
            "termination",
            1,
            FUZHOU,
            YearMonth.of(2026, 12),
            List.of(new Content.Row(4, new TreeMap<>(Map.of("name", "赵敏", "idNumber", ZHAO)))),
            "名单.xlsx");
    archive.append(id, 0, new Step.Exported(content, Way.COUNTER, "名册.pdf", "ab"));
    assertThat(elsewhere.points(PROFILE)).isEmpty();
    archive.append(id, 1, new Step.HandedIn(LocalDate.of(2026, 11, 19), Optional.empty()));
    assertThat(open()).containsExactly("赵敏 stop 医疗保险", "赵敏 stop 生育保险");
    assertThat(elsewhere.points(PROFILE).getFirst().since()).isEqualTo(LocalDate.of(2026, 11, 19));
  }

  @Test
  void theLastFilingDecidesAndAnEarlierTickDoesNotCountForIt() throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    tickOff("李小芳", "all");
    var _ = accepted("termination", "李小芳 " + LI.toLowerCase(Locale.ROOT));
    assertThat(open()).containsExactly("李小芳 stop 医疗保险", "李小芳 stop 生育保险");
    var _ = accepted("enrolment", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 enrol 医疗保险", "李小芳 enrol 生育保险");
  }

  /// Ticked before it was taken back: what was done elsewhere has to be undone there.
  @ParameterizedTest
  @CsvSource({"enrolment, 用工参保, stop", "termination, 退工停保, enrol"})
  void whatIsTakenBackLeavesTheOppositeWhereItWasTicked(String kind, String word, String todo)
      throws Exception {
    var _ = accepted(kind, "李小芳 " + LI);
    tickOff("李小芳", "医疗");
    DeclarationId reversal = accepted(FUZHOU, "reversal", word, "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 " + todo + " 医疗保险");
    assertThat(find("李小芳", "all").getFirst().id()).isEqualTo(new PointId(reversal, 4, "医疗保险"));
    tickOff("李小芳", "all");
    assertThat(open()).isEmpty();
  }

  @Test
  void whatStandsBeneathWhatWasTakenBackCountsAgain() throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    tickOff("李小芳", "医疗");
    var _ = accepted("termination", "李小芳 " + LI);
    var _ = accepted(FUZHOU, "reversal", "退工停保", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 enrol 生育保险");
    // one that fits nothing that still stands changes nothing
    var _ = accepted(FUZHOU, "reversal", "退工停保", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 enrol 生育保险");
    var _ = accepted(FUZHOU, "reversal", "用工参保", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 stop 医疗保险");
  }

  /// Stopped elsewhere, then the stop was taken back here, then the hiring too.
  @ParameterizedTest
  @CsvSource({"false, ''", "true, 李小芳 stop 医疗保险"})
  void whatWasUndoneElsewhereAlreadyIsNotUndoneTwice(boolean enrolledAgain, String open)
      throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    tickOff("李小芳", "医疗");
    var _ = accepted("termination", "李小芳 " + LI);
    tickOff("李小芳", "医疗");
    var _ = accepted(FUZHOU, "reversal", "退工停保", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 enrol 医疗保险", "李小芳 enrol 生育保险");
    if (enrolledAgain) {
      tickOff("李小芳", "医疗");
    }
    var _ = accepted(FUZHOU, "reversal", "用工参保", "李小芳 " + LI);
    assertThat(String.join("", open())).isEqualTo(open);
  }

  @Test
  void whatWasFiledTwiceAndTakenBackOnceIsStillSeenTo() throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    var _ = accepted("enrolment", "李小芳 " + LI);
    tickOff("李小芳", "医疗");
    var _ = accepted(FUZHOU, "reversal", "用工参保", "李小芳 " + LI);
    assertThat(open()).containsExactly("李小芳 enrol 生育保险");
  }

  @Test
  void aDamagedArchiveIsNotTakenForOneWithFewerPeople() throws Exception {
    archive.damage(accepted("enrolment", "李小芳 " + LI), true);
    assertThatThrownBy(() -> elsewhere.points(PROFILE)).hasMessageContaining("archive.damaged");
  }

  @Test
  void aPersonWhoIsNotClearIsAskedForByMoreOfTheNumber() throws Exception {
    String twin = "110105199201010024";
    var _ = accepted("enrolment", "赵敏 " + ZHAO, "赵敏 " + LI, "钱进 " + twin);
    assertFault(() -> find("赵敏", "all"), "usage.whichPerson", "2", "4");
    assertFault(() -> find("0024", "all"), "usage.whichPerson", "2", "13");
    assertFault(() -> find("10024", "all"), "usage.whichPerson", "2", "13");
    assertThat(find("9199201010024", "all")).hasSize(2);
    assertThat(find("002x", "all")).extracting(point -> point.person().idNumber()).containsOnly(LI);
    assertFault(() -> find("02X", "all"), "usage.noSuchPerson", "4");
    assertFault(() -> find("小芳", "all"), "usage.noSuchPerson", "4");
    assertFault(() -> find("002X", "养老"), "usage.unknownInsurance", "医疗保险, 生育保险");
    assertFault(() -> find("002X", " "), "usage.unknownInsurance", "医疗保险, 生育保险");
  }

  @Test
  void aPersonAtTwoUnitsIsAskedForByUnit() throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    var _ = accepted(SUZHOU, "termination", "", "李小芳 " + LI);
    assertFault(
        () -> find("李小芳", "all"),
        "usage.personInUnits",
        SUZHOU.creditCode() + ", " + FUZHOU.creditCode());
    assertThat(
            new WhichPoints(elsewhere.points(PROFILE))
                .find(Optional.of(SUZHOU.creditCode()), "李小芳", "all"))
        .extracting(Point::todo)
        .containsOnly(Todo.STOP);
  }

  @Test
  void theDayIsNotInTheFutureAndTheNoteIsShort() throws Exception {
    var _ = accepted("enrolment", "李小芳 " + LI);
    List<Point> points = find("李小芳", "医疗");
    assertFault(
        () -> elsewhere.tickOff(points, Optional.of(LocalDate.of(2026, 11, 23)), Optional.empty()),
        "usage.doneDay",
        "2026-11-23",
        "2026-11-22");
    for (String unusable : List.of("长".repeat(65), "一\n二")) {
      assertFault(
          () -> elsewhere.tickOff(points, Optional.empty(), Optional.of(unusable)),
          "usage.doneNote",
          "64");
    }
    assertThat(open()).hasSize(2);
    assertThat(
            elsewhere.tickOff(
                points,
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of(" " + "😀".repeat(64) + " ")))
        .isEqualTo(find("李小芳", "医疗"))
        .singleElement()
        .satisfies(
            point -> assertThat(point.tick().orElseThrow().note()).contains("😀".repeat(64)));
  }
}
