package org.certassist.desktop.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyRing;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.rules.Verdict;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.Test;

class RemindersTest {
  private static final LocalDateTime IN_NOVEMBER = LocalDateTime.of(2026, 11, 22, 10, 0);
  private static final LocalDateTime LAST_EVENING = LocalDateTime.of(2026, 12, 6, 21, 30);
  private static final LocalDateTime SETTLEMENT_DAY = LocalDateTime.of(2026, 12, 8, 9, 0);

  private static final URI PORTAL = URI.create("https://portal.example");

  private final Office office = new Office(Path.of("unused"));
  private final Profile jiangsu = Samples.jiangsu();

  private List<Reminder> due(LocalDateTime now, History... histories) {
    return due(now, new KeyState.Looking(), histories);
  }

  private List<Reminder> due(LocalDateTime now, KeyState keys, History... histories) {
    return Reminders.of(
        jiangsu, FilingOutlook.of(jiangsu.calendar(), now), keys, List.of(histories));
  }

  /// A declaration for the window that is open on 2026-11-22.
  private History history(Profile profile, Step... after) throws Exception {
    Verdict.Passed passed =
        (Verdict.Passed)
            new CheckWorkbook(office.workbooks, office.time)
                .check(Path.of("good.xlsx"), profile)
                .verdict();
    Step.Exported exported =
        new Step.Exported(passed.declaration().content(), Way.PAGE_UPLOAD, "up.xlsx", "00");
    List<History.Entry> entries = new java.util.ArrayList<>();
    entries.add(new History.Entry(Instant.EPOCH, exported));
    for (Step step : after) {
      entries.add(new History.Entry(Instant.EPOCH, step));
    }
    return new History(DeclarationId.random(), entries);
  }

  @Test
  void inTheMiddleOfAWindowNothingIsDue() {
    assertThat(due(IN_NOVEMBER)).isEmpty();
  }

  @Test
  void theLastEveningIsSaid() {
    assertThat(due(LAST_EVENING)).containsExactly(new Reminder.ClosesSoon(Duration.ofMinutes(150)));
  }

  @Test
  void onSettlementDaysSheLearnsWhenFilingOpens() {
    assertThat(due(SETTLEMENT_DAY))
        .containsExactly(new Reminder.Closed(LocalDate.of(2026, 12, 11)));
  }

  @Test
  void whatIsStillToBeFiledIsCountedUntilItIsHandedIn() throws Exception {
    History waits = history(jiangsu);
    History handedIn =
        history(jiangsu, new Step.HandedIn(LocalDate.of(2026, 11, 22), Optional.empty()));
    History elsewhere = history(Samples.hohhot());

    assertThat(due(IN_NOVEMBER, waits, handedIn, elsewhere))
        .containsExactly(new Reminder.StillToFile(1, false));
    assertThat(due(LAST_EVENING, waits))
        .containsExactly(
            new Reminder.ClosesSoon(Duration.ofMinutes(150)), new Reminder.StillToFile(1, true));
  }

  @Test
  void whatWasSentAndNotAnsweredIsNotCalledUnfiled() throws Exception {
    History sending = history(jiangsu, new Step.Sending(PORTAL));
    History unconfirmed =
        history(jiangsu, new Step.Sending(PORTAL), new Step.Unconfirmed("timeout"));

    assertThat(due(IN_NOVEMBER, sending, unconfirmed, history(jiangsu)))
        .containsExactly(new Reminder.NotYetKnown(2), new Reminder.StillToFile(1, false));
    assertThat(due(SETTLEMENT_DAY, unconfirmed))
        .containsExactly(
            new Reminder.Closed(LocalDate.of(2026, 12, 11)), new Reminder.NotYetKnown(1));
  }

  @Test
  void whatMissedItsWindowIsSaid() throws Exception {
    assertThat(due(SETTLEMENT_DAY, history(jiangsu)))
        .containsExactly(
            new Reminder.Closed(LocalDate.of(2026, 12, 11)),
            new Reminder.TooLate(1, YearMonth.of(2026, 12)));
  }

  @Test
  void aCertificateThatEndsBeforeTheNextWindowIsOverIsSaid() throws Exception {
    office.withKey(PinState.OK);
    KeyState keys =
        new KeyState.Looked(
            new KeyRing(office.keys, office.certificates, office.time).look(jiangsu),
            Optional.empty());

    assertThat(due(LocalDateTime.of(2027, 9, 20, 9, 0), keys)).isEmpty();
    assertThat(due(LocalDateTime.of(2027, 10, 20, 9, 0), keys))
        .containsExactly(
            new Reminder.CertificateEnds(
                Samples.UNIT, LocalDate.of(2027, 12, 1), LocalDate.of(2027, 12, 6)));
  }
}
