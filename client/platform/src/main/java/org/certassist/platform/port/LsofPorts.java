package org.certassist.platform.port;

import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.PortHolders;

/// macOS, as its own `lsof` prints it; not run on macOS so far. Of another user's programs nothing
/// is told.
public record LsofPorts(Report report) implements PortHolders {
  private static final String COMMAND = "c";

  @Override
  public Optional<Holder> on(int port) {
    List<String> lines =
        report
            .of(List.of("/usr/sbin/lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc"))
            .lines()
            .toList();
    return lines.stream()
        .filter(line -> line.startsWith(COMMAND))
        .map(line -> line.substring(COMMAND.length()).strip())
        .map(name -> new Holder(Optional.of(name).filter(Report::isReadable)))
        .findFirst();
  }
}
