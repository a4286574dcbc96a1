package org.certassist.platform.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.Pc.UserRights;
import org.certassist.core.diagnosis.PcSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux, as `os-release`, the SMBIOS tables and pcscd's socket tell it.
public final class LinuxSystem implements SystemProbe {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxSystem.class);
  private static final int LONGEST = 64 << 10;
  private static final Set<String> ROOTS = Set.of("sudo", "wheel", "admin");

  /// Where a line of `/etc/group` has the number: `name:password:number:members`.
  private static final int GROUP_NUMBER = 2;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String PRETTY_NAME = "PRETTY_NAME=";

  private final Path root;
  private final Map<String, String> environment;
  private final String architecture;

  /// @param root `/`; another folder in tests
  public LinuxSystem(Path root, Map<String, String> environment, String architecture) {
    this.root = root;
    this.environment = Map.copyOf(environment);
    this.architecture = architecture;
  }

  @Override
  public SystemFacts facts() {
    String board =
        text("sys/class/dmi/id/sys_vendor") + " " + text("sys/class/dmi/id/product_name");
    return new SystemFacts(
        PcSystem.LINUX,
        name(),
        architecture,
        environment.containsKey("XRDP_SESSION"),
        VirtualMachines.isOne(board),
        rights());
  }

  /// By the groups that distributions let become root.
  private UserRights rights() {
    List<String> status = text("proc/self/status").lines().toList();
    List<String> user = numbers(status, "Uid:");
    if (user.isEmpty()) {
      return UserRights.UNKNOWN;
    }
    if (user.getFirst().equals("0")) {
      return UserRights.ELEVATED;
    }
    List<String> own = numbers(status, "Groups:");
    boolean may =
        text("etc/group")
            .lines()
            .map(line -> line.split(":", -1))
            .filter(parts -> parts.length > GROUP_NUMBER && ROOTS.contains(parts[0]))
            .anyMatch(parts -> own.contains(parts[GROUP_NUMBER]));
    return may ? UserRights.ADMINISTRATOR : UserRights.ORDINARY;
  }

  private static List<String> numbers(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .flatMap(line -> BLANKS.splitAsStream(line.substring(name.length()).strip()))
        .filter(number -> !number.isEmpty())
        .toList();
  }

  private String name() {
    return text("etc/os-release")
        .lines()
        .filter(line -> line.startsWith(PRETTY_NAME))
        .map(line -> line.substring(PRETTY_NAME.length()).replace("\"", ""))
        .findFirst()
        .orElse("Linux");
  }

  /// pcscd is started by its socket, so that the socket alone is enough.
  @Override
  public CardService cardService() {
    if (Files.exists(root.resolve("run/pcscd/pcscd.comm"))) {
      return CardService.ON_DEMAND;
    }
    boolean installed =
        Stream.of("usr/sbin/pcscd", "usr/bin/pcscd", "usr/local/sbin/pcscd")
            .anyMatch(program -> Files.isExecutable(root.resolve(program)));
    return installed ? CardService.STOPPED : CardService.MISSING;
  }

  private String text(String file) {
    Path path = root.resolve(file);
    if (!Files.isRegularFile(path)) {
      return "";
    }
    try (var in = Files.newInputStream(path)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", path, unreadable);
      return "";
    }
  }
}
