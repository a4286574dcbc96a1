package org.certassist.platform.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;
import org.certassist.core.repair.SystemPage;
import org.certassist.core.repair.SystemPages;

/// Opens the system's settings with the system's own programs; of several that could, the first
/// that is installed. Not run on Windows or macOS so far.
public final class SettingsPages implements SystemPages {
  /// One that is still running after this time shows something.
  private static final long PATIENCE_SECONDS = 3;

  private final Map<SystemPage, List<List<String>>> commands;

  /// @param commands the ways to open each page, the best first
  SettingsPages(Map<SystemPage, List<List<String>>> commands) {
    this.commands = new EnumMap<>(SystemPage.class);
    this.commands.putAll(commands);
  }

  /// @param systemRoot the folder of Windows, on Windows
  public static SettingsPages of(PcSystem system, String systemRoot) {
    return new SettingsPages(
        switch (system) {
          case WINDOWS -> windows(systemRoot);
          case MACOS -> macOs();
          case LINUX -> linux();
          case OTHER -> Map.of();
        });
  }

  /// The names of the pages are Microsoft's, from "Launch the Windows Settings app".
  private static Map<SystemPage, List<List<String>>> windows(String root) {
    String explorer = root + "\\explorer.exe";
    String console = root + "\\System32\\mmc.exe";
    return Map.of(
        SystemPage.DATE_AND_TIME, List.of(List.of(explorer, "ms-settings:dateandtime")),
        SystemPage.NETWORK, List.of(List.of(explorer, "ms-settings:network-status")),
        SystemPage.PROXY, List.of(List.of(explorer, "ms-settings:network-proxy")),
        SystemPage.DISK, List.of(List.of(explorer, "ms-settings:storagesense")),
        SystemPage.DEVICES, List.of(List.of(console, root + "\\System32\\devmgmt.msc")),
        SystemPage.CERTIFICATES, List.of(List.of(console, root + "\\System32\\certmgr.msc")));
  }

  private static Map<SystemPage, List<List<String>>> macOs() {
    String open = "/usr/bin/open";
    return Map.of(
        SystemPage.DATE_AND_TIME,
            List.of(List.of(open, "x-apple.systempreferences:com.apple.preference.datetime")),
        SystemPage.NETWORK,
            List.of(List.of(open, "x-apple.systempreferences:com.apple.preference.network")),
        SystemPage.PROXY,
            List.of(
                List.of(open, "x-apple.systempreferences:com.apple.preference.network?Proxies")),
        SystemPage.DISK, List.of(List.of(open, "-a", "Disk Utility")));
  }

  /// UOS's and Kylin's settings, then GNOME's.
  private static Map<SystemPage, List<List<String>>> linux() {
    return Map.of(
        SystemPage.DATE_AND_TIME,
            List.of(
                List.of("/usr/bin/dde-control-center", "-m", "datetime"),
                List.of("/usr/bin/ukui-control-center", "-m", "date"),
                List.of("/usr/bin/gnome-control-center", "datetime")),
        SystemPage.NETWORK,
            List.of(
                List.of("/usr/bin/dde-control-center", "-m", "network"),
                List.of("/usr/bin/ukui-control-center", "-m", "netconnect"),
                List.of("/usr/bin/gnome-control-center", "network")),
        SystemPage.PROXY,
            List.of(
                List.of("/usr/bin/dde-control-center", "-m", "network"),
                List.of("/usr/bin/ukui-control-center", "-m", "proxy"),
                List.of("/usr/bin/gnome-control-center", "network")),
        SystemPage.DISK, List.of(List.of("/usr/bin/baobab"), List.of("/usr/bin/gnome-disks")));
  }

  @Override
  public boolean has(SystemPage page) {
    return command(page).isPresent();
  }

  private Optional<List<String>> command(SystemPage page) {
    return commands.getOrDefault(page, List.of()).stream()
        .filter(command -> Files.isRegularFile(Path.of(command.getFirst())))
        .findFirst();
  }

  /// Windows' explorer ends with 1 although it has opened the page.
  @Override
  public void open(SystemPage page) throws RepairException, InterruptedException {
    List<String> command =
        command(page)
            .orElseThrow(() -> new RepairException(RepairFault.of("repair.pageNotOpened")));
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (ended && started.exitValue() != 0 && !command.getFirst().endsWith("explorer.exe")) {
        throw new RepairException(RepairFault.of("repair.pageNotOpened"));
      }
    } catch (IOException notStarted) {
      throw new RepairException(RepairFault.of("repair.pageNotOpened"), notStarted);
    }
  }
}
