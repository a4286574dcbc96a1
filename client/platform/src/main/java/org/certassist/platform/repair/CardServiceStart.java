package org.certassist.platform.repair;

import java.io.IOException;
import java.util.List;
import org.certassist.core.diagnosis.Pc;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.repair.Remedy;
import org.certassist.core.repair.RepairException;
import org.certassist.core.repair.RepairFault;

/// Starts the service that smart cards are spoken to through; the system asks for the rights.
///
/// A line of what was before is the service's state. Not run on Windows so far.
public final class CardServiceStart implements Remedy {
  private final Commands commands;
  private final SystemCommand command;

  /// @param commands those of this system
  public CardServiceStart(Commands commands, SystemCommand command) {
    this.commands = commands;
    this.command = command;
  }

  /// How a system starts and stops the service.
  ///
  /// @param start also lets a service start that was switched off
  /// @param stop as it was where it was stopped
  /// @param disable as it was where it was switched off
  public record Commands(List<String> start, List<String> stop, List<String> disable) {
    private static final String SERVICE = "SCardSvr";

    public Commands {
      start = List.copyOf(start);
      stop = List.copyOf(stop);
      disable = List.copyOf(disable);
    }

    /// systemd, through polkit unless the user is root.
    public static Commands ofLinux(boolean root) {
      return new Commands(
          systemctl(root, "start"), systemctl(root, "stop"), systemctl(root, "stop"));
    }

    private static List<String> systemctl(boolean root, String act) {
      return root
          ? List.of("/usr/bin/systemctl", act, "pcscd.socket")
          : List.of("/usr/bin/pkexec", "/usr/bin/systemctl", act, "pcscd.socket");
    }

    /// Windows' own service control, which asks by its user account control.
    ///
    /// @param systemRoot the folder of Windows; programs are taken from there and nowhere else
    public static Commands ofWindows(String systemRoot) {
      return new Commands(
          elevated(systemRoot, "sc config SCardSvr start= demand & sc start " + SERVICE),
          elevated(systemRoot, "sc stop " + SERVICE),
          elevated(systemRoot, "sc stop SCardSvr & sc config SCardSvr start= disabled"));
    }

    private static List<String> elevated(String systemRoot, String line) {
      String system = systemRoot + "\\System32\\";
      return List.of(
          system + "WindowsPowerShell\\v1.0\\powershell.exe",
          "-NoProfile",
          "-NonInteractive",
          "-Command",
          "exit (Start-Process -FilePath '"
              + system
              + "cmd.exe' -ArgumentList '/c','"
              + line
              + "' -Verb RunAs -WindowStyle Hidden -Wait -PassThru).ExitCode");
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
    run(commands.start(), "repair.notDone");
  }

  @Override
  public void undo(List<String> before) throws RepairException, InterruptedException {
    boolean wasDisabled = before.contains(CardService.DISABLED.word());
    run(wasDisabled ? commands.disable() : commands.stop(), "repair.notUndone");
  }

  private void run(List<String> line, String otherwise)
      throws RepairException, InterruptedException {
    try {
      if (command.run(line) != 0) {
        throw new RepairException(RepairFault.of("repair.refused"));
      }
    } catch (IOException notStarted) {
      throw new RepairException(
          RepairFault.of(otherwise, line.getFirst(), DiskCause.of(notStarted).word()), notStarted);
    }
  }
}
