package org.certassist.platform.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.repair.RepairException;
import org.certassist.platform.repair.CardServiceStart.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        .contains("sc config SCardSvr start= demand && sc start SCardSvr")
        .contains("|| if not !errorlevel! == 1056 (sc config SCardSvr start= disabled & exit 1)")
        .contains("'/v:on','/c',");
    assertThat(run.getLast().getLast())
        .contains("'sc stop SCardSvr & sc config SCardSvr start= disabled'");
  }

  @Test
  void aServiceThatWasStoppedIsOnlyStartedAndStopped() throws Exception {
    CardServiceStart remedy = remedy(Commands.ofWindows("C:\\Windows"));
    List<String> before = remedy.before(NoPc.with(CardService.STOPPED));
    remedy.apply(before);
    remedy.undo(before);

    assertThat(run.getFirst().getLast()).contains("sc start SCardSvr").doesNotContain("config");
    assertThat(run.getLast().getLast()).contains("sc stop SCardSvr").doesNotContain("config");
  }

  @Test
  void whereItRunsThereIsNothingToDo() {
    assertThat(remedy(Commands.ofLinux(true)).before(NoPc.with(CardService.RUNNING))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "linux, 126, repair.refused",
    "linux, 127, repair.refused",
    "linux, 1, repair.notDone",
    "linux, 5, repair.notDone",
    "root, 126, repair.notDone",
    "windows, 1223, repair.refused",
    "windows, 1223001, repair.notDone",
    "windows, 1, repair.notDone",
    "windows, 126, repair.notDone"
  })
  void onlyANoToTheSystemsQuestionIsOne(String system, int ended, String fault) {
    exit = ended;

    assertThatThrownBy(() -> remedy(of(system)).apply(List.of("stopped")))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining(fault);
    assertThatThrownBy(() -> remedy(of(system)).undo(List.of("disabled")))
        .hasMessageContaining(fault.replace("notDone", "notUndone"));
  }

  private static Commands of(String system) {
    return switch (system) {
      case "windows" -> Commands.ofWindows("C:\\Windows");
      case "root" -> Commands.ofLinux(true);
      default -> Commands.ofLinux(false);
    };
  }

  @Test
  void whatIsSoAlreadyIsDone() throws Exception {
    CardServiceStart remedy = remedy(Commands.ofWindows("C:\\Windows"));
    exit = 1056;
    remedy.apply(List.of("stopped"));
    exit = 1062;
    remedy.undo(List.of("stopped"));

    assertThat(run).hasSize(2);
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    CardServiceStart remedy =
        new CardServiceStart(
            new Commands(
                "none",
                List.of("/no/such/program"),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of()),
            new RunCommand());

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
