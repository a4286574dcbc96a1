package org.certassist.desktop.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Desk;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.send.SendState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A key in a file, from taking it up to a declaration that is signed with it.
@Timeout(60)
class KeyFilesTest {
  private static final Path FILE = Path.of("/home/li/单位.p12");
  private static final String PASSWORD = " 密码１ ";

  @TempDir Path folder;

  private Office office() {
    Office office = new Office(folder).withKeyFile(FILE, PASSWORD);
    office.portal.answering(new RowAnswers(12, 0, List.of()));
    return office;
  }

  private static Pin typed(String password) {
    return Pin.of(password.toCharArray());
  }

  private static void unlock(Desk desk, String password) {
    desk.until(desk.keyFiles.work(), KeyFileWork.Asking.class);
    desk.does(() -> desk.keyFiles.unlock(typed(password)));
    desk.until(desk.keyFiles.work(), work -> !(work instanceof KeyFileWork.Opening));
  }

  private static void open(Desk desk) {
    desk.does(() -> desk.keyFiles.open(FILE));
    unlock(desk, PASSWORD);
    desk.until(desk.keys.state(), state -> state.key().isPresent());
  }

  private static List<DriverState> states(Desk desk) {
    return desk.keyFiles.reports().get().stream().map(DriverReport::state).toList();
  }

  @Test
  void aFileIsTakenUpAsksForItsPasswordAndIsAKeyThen() {
    Office office = office();
    try (Desk desk = new Desk(office)) {
      open(desk);

      assertThat(states(desk)).containsExactly(DriverState.READY);
      assertThat(desk.keys.state().get().key().orElseThrow().key().token().serial())
          .isEqualTo("单位.p12");
      desk.asksFor("good.xlsx");
      desk.does(() -> desk.send.sign(typed(PASSWORD), false, false));
      desk.until(desk.send.state(), SendState.Ended.class);
      assertThat(office.portal.received()).isEqualTo(1);
      assertThat(office.keys.tries()).as("PINs").isZero();
    }
  }

  @Test
  void aWrongPasswordIsAskedForAgainAsOftenAsSheLikes() {
    try (Desk desk = new Desk(office())) {
      desk.does(() -> desk.keyFiles.open(FILE));
      for (int i = 0; i < 4; i++) {
        unlock(desk, "wrong");
        assertThat(desk.keyFiles.work().get())
            .isEqualTo(
                new KeyFileWork.Asking(
                    FILE, Optional.of(new KeyFault.FilePasswordWrong("单位.p12"))));
      }
      unlock(desk, PASSWORD);
      assertThat(desk.keyFiles.work().get()).isEqualTo(new KeyFileWork.None());

      desk.until(desk.keys.state(), state -> state.key().isPresent());
      desk.asksFor("good.xlsx");
      desk.does(() -> desk.send.sign(typed("密码 "), false, false));
      desk.until(
          desk.send.state(),
          state -> state instanceof SendState.Asking asking && asking.trouble().isPresent());
      assertThat(((SendState.Asking) desk.send.state().get()).trouble())
          .contains(new KeyFault.FilePasswordWrongOdd("单位.p12"));
      desk.does(() -> desk.send.sign(typed(PASSWORD), false, false));
      desk.until(desk.send.state(), SendState.Ended.class);
    }
  }

  @Test
  void whatIsNoKeyFileIsSaidAndNotTakenUp() {
    try (Desk desk = new Desk(office())) {
      Path other = Path.of("/home/li/photo.pfx");
      desk.does(() -> desk.keyFiles.open(other));
      assertThat(desk.until(desk.keyFiles.work(), KeyFileWork.Unusable.class).fault().id())
          .isEqualTo("file.unusable");
      desk.until(desk.keys.state(), KeyState.Looked.class);
      assertThat(states(desk)).isEmpty();
    }
  }

  @Test
  void aRememberedFileThatIsGoneSaysSoAndCanBeForgotten() {
    Office office = new Office(folder);
    var _ = office.keys.files.remembering(FILE);
    try (Desk desk = new Desk(office)) {
      assertThat(states(desk)).containsExactly(DriverState.FILE_GONE);

      desk.does(() -> desk.keyFiles.forget(FILE));

      desk.until(desk.keyFiles.reports(), List::isEmpty);
    }
  }

  @Test
  void aFileThatIsTakenOffIsNotMissed() {
    try (Desk desk = new Desk(office())) {
      open(desk);
      desk.does(() -> desk.keyFiles.forget(FILE));
      desk.until(desk.keyFiles.reports(), List::isEmpty);
      KeyState.Looked looked = desk.until(desk.keys.state(), KeyState.Looked.class);
      assertThat(looked.chosen()).isEmpty();
      assertThat(looked.gone()).isEmpty();
    }
  }

  @Test
  void aKeyThatWasKeptOpenIsClosedWithItsFile() {
    Office office = office();
    try (Desk desk = new Desk(office)) {
      open(desk);
      desk.asksFor("good.xlsx");
      desk.does(() -> desk.send.sign(typed(PASSWORD), false, true));
      desk.until(desk.send.state(), SendState.Ended.class);
      assertThat(office.keeper.open()).isPresent();

      desk.does(() -> desk.keyFiles.forget(FILE));

      assertThat(office.keeper.open()).isEmpty();
    }
  }

  @Test
  void aKeyFileAmongTheCertificatesIsTakenUpAsAKey() {
    try (Desk desk = new Desk(office().withKey(PinState.OK))) {
      desk.does(() -> desk.certificates.open(FILE));
      assertThat(desk.until(desk.keyFiles.work(), KeyFileWork.Asking.class).file()).isEqualTo(FILE);
    }
  }
}
