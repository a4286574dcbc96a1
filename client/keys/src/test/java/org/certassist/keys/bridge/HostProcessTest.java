package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.RequestCodec;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the host process is given, keeps and leaves behind.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostProcessTest {
  private final TestToken token;
  private final SimulatedKey simulated;
  private final Path folder;

  HostProcessTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    token = TestToken.in(folder);
    simulated = SimulatedKey.in(folder.resolve("simulated"));
  }

  private static DriverHost host(Driver driver) {
    return new DriverHost(
        TestHost.launch(),
        TestHost.patient(),
        Admission.unexamined(TestHost.freshMemory()),
        driver,
        driver.paths().getFirst());
  }

  private static TokenView firstToken(DriverHost host) throws Exception {
    if (host.call(new Request.ListTokens()) instanceof Response.Tokens(var tokens)) {
      return tokens.getFirst();
    }
    throw new AssertionError("no tokens");
  }

  /// What hangs while it is loaded has the loader, without which no program ends in good order.
  @Test
  void aHostWhoseDriverHangsWhileItIsLoadedEndsWithItsLine() throws Exception {
    Path mark = folder.resolve("loading");
    Path source =
        Files.writeString(
            folder.resolve("hanging.c"),
            """
            #include <fcntl.h>
            #include <unistd.h>
            __attribute__((constructor)) static void hang(void) {
              open("%s", O_CREAT, 0600);
              for (;;) pause();
            }
            """
                .formatted(mark));
    Path library = folder.resolve("hanging.so");
    assertThat(
            new ProcessBuilder(
                    "gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    Process process = TestHost.launch().start(Map.of());
    try (var toHost = process.getOutputStream()) {
      toHost.write(
          RequestCodec.encode(1, new Request.OpenModule(ModuleKind.CRYPTOKI, library.toString())));
      toHost.flush();
      while (!Files.exists(mark)) {
        Thread.sleep(20);
      }
    }
    boolean ended = process.waitFor(20, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).isTrue();
  }

  @Test
  void nobodyEndsAHostThatSomebodyIsAboutToLogInTo() throws Exception {
    try (DriverHost host = host(simulated.driver())) {
      HostConnection connection = host.connectionForLogin();
      host.retire();
      assertThat(connection.alive()).isTrue();
      host.giveUp(connection);
      assertThat(connection.alive()).isFalse();
    }
  }

  @BeforeEach
  void nothingGoesWrongAnyMore() throws Exception {
    simulated.simulator().heal();
  }

  @Test
  void theEnvironmentHoldsOnlyWhatWasNamed() throws Exception {
    Map<String, String> variables = new HashMap<>(token.softHsm().variables());
    variables.put("LD_PRELOAD", "/nowhere.so");
    variables.put("PKCS11SPY_OUTPUT", "/tmp/spy");
    variables.put("JAVA_TOOL_OPTIONS", "-Dspy=1");
    variables.put("_JAVA_OPTIONS", "-Dspy=1");
    try (DriverHost host =
        host(
            new Driver(
                "softhsm2",
                "SoftHSM2",
                Driver.Interface.PKCS11,
                List.of(SoftHsm.MODULE),
                variables))) {
      String environment = Files.readString(proc(host.connection().pid(), "environ"), ISO_8859_1);
      assertThat(environment.split("\0"))
          .containsExactlyInAnyOrder(
              "LC_ALL=C.UTF-8",
              "SOFTHSM2_CONF=" + token.softHsm().variables().get("SOFTHSM2_CONF"));
    }
  }

  @Test
  void thePinIsInNoArgumentVariableOrFile() throws Exception {
    try (DriverHost host = host(token.softHsm().driver())) {
      TokenView listed = firstToken(host);
      try (Secret pin = Secret.owning(SoftHsm.PIN.getBytes(ISO_8859_1))) {
        assertThat(host.call(new Request.Login(listed.id(), Bytes.NONE, pin, false)))
            .isEqualTo(new Response.LoggedIn(false));
      }
      long pid = host.connection().pid();
      assertThat(Files.readString(proc(pid, "environ"), ISO_8859_1)).doesNotContain(SoftHsm.PIN);
      assertThat(Files.readString(proc(pid, "cmdline"), ISO_8859_1))
          .contains("HostMain")
          .doesNotContain(SoftHsm.PIN);
    }
  }

  @Test
  void theClientsHeapForgetsThePin() throws Exception {
    byte[] mask = new byte[16];
    ThreadLocalRandom.current().nextBytes(mask);
    byte[] masked = new byte[mask.length];
    try (DriverHost host = host(token.softHsm().driver())) {
      TokenId id = firstToken(host).id();
      byte[] digits = new byte[mask.length];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = (byte) ('0' + ThreadLocalRandom.current().nextInt(10));
        masked[i] = (byte) (digits[i] ^ mask[i]);
      }
      try (Pin pin = Pin.ofUtf8(digits);
          Secret secret = Secret.owning(pin.copy())) {
        assertThat(host.call(new Request.Login(id, Bytes.NONE, secret, true)))
            .isInstanceOf(Response.Failed.class);
      }
      Path dump = folder.resolve("client.hprof");
      ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
          .dumpHeap(dump.toString(), false);
      assertThat(contains(dump, masked, mask)).isFalse();
      Files.delete(dump);
    }
  }

  /// Looks for masked ^ mask in a file, without ever holding it in memory.
  private static boolean contains(Path file, byte[] masked, byte[] mask) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (int at = 0; at + mask.length <= content.length; at++) {
      int same = 0;
      while (same < mask.length && content[at + same] == (byte) (masked[same] ^ mask[same])) {
        same++;
      }
      if (same == mask.length) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theHostEndsWithItsInputEvenWhileTheDriverHangs() throws Exception {
    simulated.always("C_Initialize", SimulatedFault.hang());
    Process process = TestHost.launch().start(simulated.driver().variables());
    var toHost = process.getOutputStream();
    toHost.write(RequestCodec.encode(1, new Request.Hello(Protocol.VERSION)));
    toHost.write(
        RequestCodec.encode(
            2, new Request.OpenModule(ModuleKind.CRYPTOKI, Simulator.module().toString())));
    toHost.flush();
    assertThat(process.waitFor(1500, TimeUnit.MILLISECONDS)).isFalse();
    toHost.close();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void aHostKilledDuringACallCostsThatCallAndNoOther() throws Exception {
    simulated.once("C_GetTokenInfo", SimulatedFault.hang());
    try (DriverHost host = host(simulated.driver())) {
      long first = host.connection().pid();
      AtomicReference<Optional<Throwable>> ending = new AtomicReference<>(Optional.empty());
      Thread caller =
          Thread.ofVirtual()
              .start(() -> ending.set(Optional.ofNullable(catchThrowable(() -> firstToken(host)))));
      Thread.sleep(500);
      assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();
      caller.join();
      assertThat(ending.get().orElseThrow())
          .isInstanceOfSatisfying(
              KeyException.class,
              e ->
                  assertThat(e.fault())
                      .isEqualTo(new KeyFault.DriverCrashed(Simulator.module().toString())));
      assertThat(firstToken(host).id().serial()).isEqualTo(simulated.token().serial());
      assertThat(host.connection().pid()).isNotEqualTo(first);
    }
  }

  @Test
  void noFileIsLeftBehindByACrash() throws Exception {
    simulated.always("C_GetTokenInfo", SimulatedFault.crash());
    try (BridgeKeys keys = simulated.keys()) {
      assertThat(keys.inventory().keys()).isEmpty();
    }
    assertThat(List.of(Path.of("").toAbsolutePath(), TestHost.launch().javaHome(), folder))
        .allSatisfy(place -> {
          try (var files = Files.list(place)) {
            assertThat(files)
                .noneMatch(file -> file.getFileName().toString().startsWith("hs_err"))
                .noneMatch(file -> file.getFileName().toString().startsWith("core"));
          }
        });
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
