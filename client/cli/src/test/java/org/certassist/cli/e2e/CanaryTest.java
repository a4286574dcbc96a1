package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.certassist.cli.e2e.PinFlows.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// PINs that stand nowhere else go through every command; afterwards they are in no output, no log,
/// no file, no argument, no variable and not in the client's heap.
@Timeout(600)
class CanaryTest {
  @TempDir Path folder;
  private PinFlows flows;

  @BeforeEach
  void aKeyAndTwoWorkbooks() throws Exception {
    flows = PinFlows.in(folder);
    Process process = inOneProgram(flows.preparing()).start();
    try (Conversation with = Conversation.with(process)) {
      run(flows.preparing(), with);
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private ProcessBuilder inOneProgram(List<Flow> some) {
    ProcessBuilder builder =
        RealProcess.builder(
            StayingProgram.class.getName(), flows.variables(), PinFlows.inOneProgram(some));
    builder.command().addAll(1, ProcessMemory.neverCollecting());
    builder.command().add(1, "-Djava.io.tmpdir=" + flows.temporary());
    return builder.directory(flows.working().toFile()).redirectErrorStream(true);
  }

  private static void run(List<Flow> some, Conversation with) throws IOException {
    for (Flow flow : some) {
      with.says(flow.input());
      with.hears("exit " + flow.code());
    }
    with.hears("done");
  }

  @Test
  void programsThatDidEverythingKeepNoPinAndLeaveNone() throws Exception {
    try (WatchedProcesses processes = new WatchedProcesses()) {
      assertForgottenAfter(flows.care());
      assertForgottenAfter(flows.filing());
      assertForgottenAfter(flows.unblocking());
      assertForgottenAfter(flows.keyFile());
      assertThat(processes.saw("StayingProgram")).isTrue();
      assertThat(processes.saw("HostMain")).isTrue();
      assertThat(processes.findings(flows.canaries())).isEmpty();
    }
    assertThat(Files.readString(flows.home().resolve("logs").resolve("certassist.log")))
        .contains(" DEBUG ");
    assertThat(flows.canaries().inFiles(folder)).isEmpty();
  }

  private void assertForgottenAfter(List<Flow> some) throws Exception {
    Process process = inOneProgram(some).start();
    try (Conversation with = Conversation.with(process)) {
      run(some, with);
      assertForgotten(process.toHandle(), with);
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPinTypedAtTheTerminalIsNeitherShownNorKept() throws Exception {
    Flow verify = flows.practice("", 3, "pin", "verify");
    Flow change = flows.practice("", 0, "pin", "change");
    Process process = atATerminal(inOneProgram(List.of(verify, change, change, change))).start();
    try (Conversation with = Conversation.with(process)) {
      with.isAsked("PIN of ").says(flows.wrong().line());
      with.hears("exit 3");
      with.isAsked("PIN of ").says(flows.wrong().line());
      with.isAsked("New PIN: ").says(flows.next().line());
      with.isAsked("New PIN once more: ").says("\n");
      with.hears("exit 3");
      with.isAsked("PIN of ").says(flows.wrong().line());
      with.isAsked("New PIN: ").says(flows.next().line());
      with.isAsked("New PIN once more: ").says(flows.right().line());
      with.hears("exit 3");
      with.isAsked("PIN of ").says(flows.practicePin() + "\n");
      with.isAsked("New PIN: ").says(flows.right().line());
      with.isAsked("New PIN once more: ").says(flows.right().line());
      with.hears("exit 0");
      with.hears("done");
      assertForgotten(process.children().findFirst().orElseThrow(), with);
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(flows.canaries().inFiles(folder)).isEmpty();
  }

  /// `script` of util-linux gives the program a terminal and shows what is on its screen.
  private static ProcessBuilder atATerminal(ProcessBuilder program) {
    String command =
        program.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "exec ", ""));
    return program.command("script", "--quiet", "--return", "--command", command, "/dev/null");
  }

  private void assertForgotten(ProcessHandle program, Conversation with) throws Exception {
    ProcessMemory memory = new ProcessMemory(program.pid());
    assertThat(memory.heap(flows.canaries(), folder.resolve("client.hprof"))).isEmpty();
    assertThat(with.heard()).doesNotContain(ProcessMemory.COLLECTED);
    assertThat(flows.canaries().in(with.heard())).isEmpty();
  }
}
