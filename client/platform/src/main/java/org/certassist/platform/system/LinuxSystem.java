package org.certassist.platform.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.PcSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Linux, as `os-release`, the SMBIOS tables and pcscd's socket tell it.
public final class LinuxSystem implements SystemProbe {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxSystem.class);
  private static final int LONGEST = 64 << 10;
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
        VirtualMachines.isOne(board));
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
