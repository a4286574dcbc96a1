package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.certassist.bridge.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The PINs of a simulated key, whose configuration knows their hashes only, are forgotten by the
/// client that lives on and by the host in which the key is open.
@Timeout(300)
class SimulatedCanaryTest {
  @TempDir Path folder;

  private final Canary right = Canary.fresh();
  private final Canary wrong = Canary.fresh();
  private final Canary next = Canary.fresh();
  private final Canary administrators = Canary.fresh();
  private final Canaries all = new Canaries(List.of(right, wrong, next, administrators));

  @Test
  void clientAndHostForgetThem() throws Exception {
    Simulator simulator = Simulator.in(folder.resolve("simulator"), key());
    Path logs = folder.resolve("logs");
    ProcessBuilder builder =
        RealProcess.builder(
            StayingSigner.class.getName(),
            Map.of(),
            simulator.configuration().toString(),
            logs.toString());
    builder.command().addAll(1, ProcessMemory.neverCollecting());
    Process process = builder.redirectErrorStream(true).start();
    try (WatchedProcesses processes = new WatchedProcesses();
        Conversation with = Conversation.with(process)) {
      with.says(wrong.line());
      with.hears("pin.wrong");
      with.says(right.line());
      with.hears("open");
      List<String> inTheHost = inItsHost(process);
      with.says("\n");
      with.says(wrong.line() + next.line());
      with.hears("pin.wrong");
      with.says(right.line() + next.line() + wrong.line() + right.line());
      with.hears("pin.administratorWrong");
      with.says(administrators.line() + right.line() + right.line());
      with.hears("cancelled");
      with.hears("done");
      assertThat(new ProcessMemory(process.pid()).heap(all, folder.resolve("client.hprof")))
          .isEmpty();
      assertThat(with.heard()).doesNotContain(ProcessMemory.COLLECTED);
      assertThat(all.in(with.heard())).isEmpty();
      assertThat(all.inFiles(folder)).isEmpty();
      assertThat(inTheHost).isEmpty();
      assertThat(processes.saw("HostMain")).isTrue();
      assertThat(processes.findings(all)).isEmpty();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private String key() {
    return Simulator.ONE_KEY
            .replace("\npin = " + Simulator.PIN, "\npin-sha256 = " + right.sha256())
            .replace("so-pin = " + Simulator.SO_PIN, "so-pin-sha256 = " + administrators.sha256())
        + "[pair always]\ntoken = key\nid = hex:05\nalways-authenticate = yes\n";
  }

  /// Where the PINs stand in the memory of the host that a client has started; empty also where the
  /// system lets nobody look.
  private List<String> inItsHost(Process client) throws IOException {
    ProcessHandle host = client.children().findFirst().orElseThrow();
    ProcessMemory memory = new ProcessMemory(host.pid());
    Optional<String> obstacle = memory.obstacle();
    if (obstacle.isPresent()) {
      System.out.println("skipped: the host's memory cannot be read here: " + obstacle.get());
      return List.of();
    }
    return memory.raw(all);
  }
}
