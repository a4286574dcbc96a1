package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.repair.RepairException;
import org.certassist.platform.repair.CardServiceStart.Commands;
import org.junit.jupiter.api.Test;

/// The commands that start the smart-card service, on paper; none is run here.
class CardServiceStartTest {
  private final List<List<String>> run = new ArrayList<>();
  private int exit;

  @Test
  void onLinuxPolkitAsksUnlessTheUserIsRoot() throws Exception {
    remedy(Commands.ofLinux(false)).apply(List.of("stopped"));
    remedy(Commands.ofLinux(true)).apply(List.of("stopped"));

    assertThat(run)
        .containsExactly(
            List.of("/usr/bin/pkexec", "/usr/bin/systemctl", "start", "pcscd.socket"),
            List.of("/usr/bin/systemctl", "start", "pcscd.socket"));
  }

  @Test
  void onWindowsAServiceThatWasSwitchedOffIsSwitchedOffAgain() throws Exception {
    CardServiceStart remedy = remedy(Commands.ofWindows("D:\\Windows"));
    List<String> before = remedy.before(NoPc.with(CardService.DISABLED));
    remedy.apply(before);
    remedy.undo(before);

    assertThat(run)
        .allSatisfy(command ->
            assertThat(command.getFirst())
                .isEqualTo("D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"));
    assertThat(run.getFirst().getLast())
        .contains("-Verb RunAs")
        .contains("'D:\\Windows\\System32\\cmd.exe'")
        .contains("sc config SCardSvr start= demand & sc start SCardSvr");
    assertThat(run.getLast().getLast()).contains("sc config SCardSvr start= disabled");
  }

  @Test
  void aServiceThatWasStoppedIsOnlyStoppedAgain() throws Exception {
    CardServiceStart remedy = remedy(Commands.ofWindows("C:\\Windows"));
    remedy.undo(remedy.before(NoPc.with(CardService.STOPPED)));

    assertThat(run.getFirst().getLast()).contains("sc stop SCardSvr").doesNotContain("disabled");
  }

  @Test
  void whereItRunsThereIsNothingToDo() {
    assertThat(remedy(Commands.ofLinux(true)).before(NoPc.with(CardService.RUNNING))).isEmpty();
  }

  @Test
  void aNoOfTheSystemIsSaid() {
    exit = 126;

    assertThatThrownBy(() -> remedy(Commands.ofLinux(false)).apply(List.of("stopped")))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("repair.refused");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    CardServiceStart remedy =
        new CardServiceStart(
            new Commands(List.of("/no/such/program"), List.of(), List.of()), new RunCommand());

    assertThatThrownBy(() -> remedy.apply(List.of("stopped")))
        .hasMessageContaining("repair.notDone")
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void aProgramIsRunToItsEnd() throws IOException, InterruptedException {
    assertThat(new RunCommand().run(List.of("/bin/sh", "-c", "cat; echo said; exit 7")))
        .isEqualTo(7);
  }

  private CardServiceStart remedy(Commands commands) {
    return new CardServiceStart(
        commands,
        command -> {
          run.add(command);
          return exit;
        });
  }
}
