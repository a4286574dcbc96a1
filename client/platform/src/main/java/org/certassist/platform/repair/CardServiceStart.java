package org.certassist.platform.repair;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;
import org.certassist.platform.system.Elevation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the service that smart cards are spoken to through; the system asks for the rights.
///
/// A line of what was before is the service's state. Not run on Windows so far.
public final class CardServiceStart implements Remedy {
  private static final Logger LOG = LoggerFactory.getLogger(CardServiceStart.class);

  private final Commands commands;
  private final SystemCommand command;

  /// @param commands those of this system
  public CardServiceStart(Commands commands, SystemCommand command) {
    this.commands = commands;
    this.command = command;
  }

  /// How a system starts and stops the service.
  ///
  /// @param service its name
  /// @param start where it was stopped
  /// @param enable where it was switched off; that is so again where it does not start
  /// @param stop as it was where it was stopped
  /// @param disable as it was where it was switched off
  /// @param no the exit values that say that the system's question was answered with no
  /// @param already those that say that it runs, or is stopped, already
  public record Commands(
      String service,
      List<String> start,
      List<String> enable,
      List<String> stop,
      List<String> disable,
      Set<Integer> no,
      Set<Integer> already) {
    private static final String SOCKET = "pcscd.socket";
    private static final String SERVICE = "SCardSvr";

    /// Windows' ERROR_SERVICE_ALREADY_RUNNING and ERROR_SERVICE_NOT_ACTIVE.
    private static final Set<Integer> SC_SAYS_ALREADY = Set.of(1056, 1062);

    public Commands {
      start = List.copyOf(start);
      enable = List.copyOf(enable);
      stop = List.copyOf(stop);
      disable = List.copyOf(disable);
      no = Set.copyOf(no);
      already = Set.copyOf(already);
    }

    /// systemd, through polkit unless the user is root; it has nothing against what is so already.
    public static Commands ofLinux(boolean root) {
      List<String> start = systemctl(root, "start");
      List<String> stop = systemctl(root, "stop");
      return new Commands(
          SOCKET, start, start, stop, stop, root ? Set.of() : Elevation.PKEXEC_SAYS_NO, Set.of());
    }

    private static List<String> systemctl(boolean root, String act) {
      return root
          ? List.of("/usr/bin/systemctl", act, SOCKET)
          : List.of(Elevation.PKEXEC, "/usr/bin/systemctl", act, SOCKET);
    }

    /// Windows' own service control, which asks by its user account control, once for each line.
    ///
    /// @param systemRoot the folder of Windows; programs are taken from there and nowhere else
    public static Commands ofWindows(String systemRoot) {
      return new Commands(
          SERVICE,
          elevated(systemRoot, "sc start SCardSvr"),
          elevated(
              systemRoot,
              "sc config SCardSvr start= demand && sc start SCardSvr"
                  + " || if not !errorlevel! == 1056"
                  + " (sc config SCardSvr start= disabled & exit 1)"),
          elevated(systemRoot, "sc stop SCardSvr"),
          elevated(systemRoot, "sc stop SCardSvr & sc config SCardSvr start= disabled"),
          Set.of(Elevation.DECLINED),
          SC_SAYS_ALREADY);
    }

    /// With `/v:on` the exit value between exclamation marks is that of the moment.
    private static List<String> elevated(String systemRoot, String line) {
      return Elevation.powerShell(
          systemRoot,
          Elevation.script(
              "-FilePath '"
                  + systemRoot
                  + "\\System32\\cmd.exe' -ArgumentList '/v:on','/c','"
                  + line
                  + "' -WindowStyle Hidden"));
    }
  }

  @Override
  public List<String> before(Pc pc) {
    CardService service = pc.cardService();
    return service == CardService.STOPPED || service == CardService.DISABLED
        ? List.of(service.word())
        : List.of();
  }

  @Override
  public void apply(List<String> before) throws RepairException, InterruptedException {
    run(wasDisabled(before) ? commands.enable() : commands.start(), "repair.notDone");
  }

  @Override
  public void undo(List<String> before) throws RepairException, InterruptedException {
    run(wasDisabled(before) ? commands.disable() : commands.stop(), "repair.notUndone");
  }

  private static boolean wasDisabled(List<String> before) {
    return before.contains(CardService.DISABLED.word());
  }

  private void run(List<String> line, String otherwise)
      throws RepairException, InterruptedException {
    int exit;
    try {
      exit = command.run(line);
    } catch (IOException notStarted) {
      throw new RepairException(
          RepairFault.of(otherwise, line.getFirst(), DiskCause.of(notStarted).word()), notStarted);
    }
    if (commands.no().contains(exit)) {
      throw new RepairException(RepairFault.of("repair.refused"));
    }
    if (exit != 0 && !commands.already().contains(exit)) {
      LOG.warn("{} has ended with {}", line, exit);
      throw new RepairException(RepairFault.of(otherwise, commands.service()));
    }
  }
}
