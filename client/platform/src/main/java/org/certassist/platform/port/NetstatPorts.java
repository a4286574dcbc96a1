package org.certassist.platform.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.diagnosis.PortHolders;

/// Windows, as its own `netstat` and `tasklist` print it; not run on Windows so far.
///
/// Both speak the language of the system. Of the first, only addresses and numbers are read: who
/// listens has no other side, whatever the word for it is.
public final class NetstatPorts implements PortHolders {
  private static final Pattern ROW =
      Pattern.compile("\\s*TCP\\s+(\\S+):(\\d{1,5})\\s+(\\S+)\\s+\\S.*?\\s+(\\d{1,10})\\s*");
  private static final Set<String> NO_OTHER_SIDE = Set.of("0.0.0.0:0", "[::]:0");
  private static final Set<String> TAKES_LOOPBACK = Set.of("127.0.0.1", "0.0.0.0", "[::]");
  private static final Pattern TASK = Pattern.compile("\"([^\"]+)\",\"(\\d+)\".*");

  private final Path folder;
  private final Report report;

  /// @param systemRoot the folder of Windows; the programs are taken from there and nowhere else
  public NetstatPorts(Path systemRoot, Report report) {
    this.folder = systemRoot.resolve("System32");
    this.report = report;
  }

  @Override
  public Optional<Holder> on(int port) {
    String wanted = String.valueOf(port);
    Optional<String> process =
        report
            .of(List.of(folder.resolve("netstat.exe").toString(), "-ano"))
            .lines()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .filter(row -> row.group(2).equals(wanted))
            .filter(row -> TAKES_LOOPBACK.contains(row.group(1)))
            .filter(row -> NO_OTHER_SIDE.contains(row.group(3)))
            .map(row -> row.group(4))
            .findFirst();
    return process.isPresent() ? Optional.of(holder(process.get())) : Optional.empty();
  }

  private Holder holder(String process) {
    String tasklist = folder.resolve("tasklist.exe").toString();
    return new Holder(
        report
            .of(List.of(tasklist, "/FI", "PID eq " + process, "/FO", "CSV", "/NH"))
            .lines()
            .map(TASK::matcher)
            .filter(Matcher::matches)
            .filter(task -> task.group(2).equals(process))
            .map(task -> task.group(1))
            .filter(Report::isReadable)
            .findFirst());
  }
}
