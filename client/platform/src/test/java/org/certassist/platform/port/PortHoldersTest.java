package org.certassist.platform.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.PortHolders;
import org.certassist.core.diagnosis.PortHolders.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class PortHoldersTest {
  private static final Path WINDOWS = Path.of("C:\\Windows");

  /// As a Chinese Windows 10 prints it (code page 936), its words written out by hand.
  private static final String CHINESE =
      """

      活动连接

        协议  本地地址          外部地址        状态           PID
        TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1068
        TCP    127.0.0.1:21051        0.0.0.0:0              LISTENING       4321
        TCP    127.0.0.1:21051        127.0.0.1:50412        ESTABLISHED     4321
        TCP    127.0.0.1:21061        127.0.0.1:50413        TIME_WAIT       0
        TCP    192.168.1.20:21071     0.0.0.0:0              LISTENING       77
        TCP    [::]:21081             [::]:0                 LISTENING       88
        TCP    [::1]:21091            [::]:0                 LISTENING       99
        UDP    0.0.0.0:21061          *:*                                    5555
      """;

  private static final String GERMAN =
      """
        Proto  Lokale Adresse         Remoteadresse          Status           PID
        TCP    0.0.0.0:21051          0.0.0.0:0              ABH\u00D6REN         4321
        TCP    127.0.0.1:21061        127.0.0.1:50413        WARTEND          0
      """;

  private static PortHolders windows(String netstat, String tasks) {
    return new NetstatPorts(
        WINDOWS,
        command -> {
          boolean list = command.getFirst().endsWith("netstat.exe");
          byte[] printed = (list ? netstat : tasks).getBytes(Charset.forName("GBK"));
          return new String(printed, StandardCharsets.ISO_8859_1);
        });
  }

  private static final String TASKS =
      """
      "System Idle Process","0","Services","0","8 K"\r
      "XTXAppSvr.exe","4321","Services","0","12,345 K"\r
      """;

  @ParameterizedTest
  @CsvSource({"21051, true", "21061, false", "21071, false", "21081, true", "21091, false"})
  void aChineseWindowsTellsWhoTakesConnectionsFromThisPc(int port, boolean taken) throws Exception {
    assertThat(windows(CHINESE, TASKS).on(port).isPresent()).isEqualTo(taken);
  }

  @Test
  void windowsNamesTheProgram() throws Exception {
    Holder assistant = new Holder(Optional.of("XTXAppSvr.exe"));

    assertThat(windows(CHINESE, TASKS).on(21051)).contains(assistant);
    assertThat(windows(GERMAN, TASKS).on(21051)).contains(assistant);
  }

  /// The user would be shown signs that are no words.
  @Test
  void aNameInAnEncodingThatIsNotKnownIsNotTold() throws Exception {
    String chinese = "\"证书助手.exe\",\"4321\",\"Services\",\"0\",\"12,345 K\"\r\n";

    assertThat(windows(CHINESE, chinese).on(21051)).contains(new Holder(Optional.empty()));
    assertThat(new LsofPorts(_ -> "p312\nc\u00E8\u00AF\u0081\nf7\n").on(21051))
        .contains(new Holder(Optional.empty()));
  }

  @Test
  void aProgramThatHasEndedMeanwhileHasNoName() throws Exception {
    assertThat(windows(CHINESE, "信息: 没有运行的任务匹配指定标准。\r\n").on(21051))
        .contains(new Holder(Optional.empty()));
  }

  @Test
  void whatIsNoSuchListSaysNothing() throws Exception {
    assertThat(windows("", "").on(21051)).isEmpty();
    assertThat(windows("TCP 127.0.0.1:21051", "").on(21051)).isEmpty();
  }

  @Test
  void windowsIsAskedByItsOwnPrograms() throws Exception {
    List<List<String>> asked = new ArrayList<>();
    new NetstatPorts(
            WINDOWS,
            command -> {
              asked.add(command);
              return CHINESE;
            })
        .on(21051);

    assertThat(asked)
        .hasSize(2)
        .allSatisfy(command ->
            assertThat(command.getFirst()).startsWith(WINDOWS.toString()).contains("System32"));
    assertThat(asked.getLast()).contains("PID eq 4321");
  }

  @Test
  void macOsNamesTheProgram() throws Exception {
    assertThat(new LsofPorts(_ -> "p312\ncXTXApp\nf7\n").on(21051))
        .contains(new Holder(Optional.of("XTXApp")));
    assertThat(new LsofPorts(_ -> "").on(21051)).isEmpty();
  }

  @TempDir private Path proc;

  private ProcPorts recorded() throws Exception {
    Files.createDirectories(proc.resolve("net"));
    Files.writeString(
        proc.resolve("net/tcp"),
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:523B 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 0 0 10 0
           1: 0100007F:5245 0100007F:C4F0 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0 20 4 30 10 -1
           2: 00000000:5263 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4715 1 0 100 0 0 10 0
           3: 0200007F:524F 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4713 1 0 100 0 0 10 0
        """);
    Files.writeString(
        proc.resolve("net/tcp6"),
        """
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000000000000000000000000000:5259 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4714 1 0 100 0 0 10 0
        """);
    for (String process : new String[] {"12", "34"}) {
      Files.createDirectories(proc.resolve(process).resolve("fd"));
      Files.writeString(proc.resolve(process).resolve("comm"), "program" + process + "\n");
    }
    Files.createSymbolicLink(proc.resolve("12/fd/3"), Path.of("socket:[9]"));
    Files.createSymbolicLink(proc.resolve("34/fd/5"), Path.of("socket:[4711]"));
    Files.createSymbolicLink(proc.resolve("34/fd/6"), Path.of("socket:[4715]"));
    return new ProcPorts(proc);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxNamesTheProgramWhereItIsTold() throws Exception {
    ProcPorts ports = recorded();

    assertThat(ports.on(21051)).contains(new Holder(Optional.of("program34")));
    assertThat(ports.on(21091))
        .as("at all addresses")
        .contains(new Holder(Optional.of("program34")));
    assertThat(ports.on(21061)).as("only spoken over").isEmpty();
    assertThat(ports.on(21071)).as("at another address").isEmpty();
    assertThat(ports.on(21081)).as("another user's").contains(new Holder(Optional.empty()));

    Files.delete(proc.resolve("34/comm"));
    assertThat(ports.on(21051)).as("ended meanwhile").contains(new Holder(Optional.empty()));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisVeryProcessIsFound() throws Exception {
    try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new ProcPorts(Path.of("/proc")).on(own.getLocalPort()))
          .contains(new Holder(Optional.of(Files.readString(Path.of("/proc/self/comm")).strip())));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProgramThatHangsIsNotWaitedForAndOneThatIsNotThereSaysNothing() throws Exception {
    assertThat(Report.ofPrograms().of(List.of("/nowhere/netstat"))).isEmpty();
    assertThat(Report.ofPrograms().of(List.of("/bin/sleep", "20"))).isEmpty();
    assertThat(Report.ofPrograms().of(List.of("/bin/echo", "here"))).isEqualTo("here\n");
  }
}
