package org.certassist.cli.log;

import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.fault.DiskCause;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.helpdesk.LogBook;
import org.slf4j.LoggerFactory;

/// The log that [Logs] keeps under HOME/logs: its end, and its level.
public final class LogFile implements LogBook {
  /// Of each file: some thousand lines.
  private static final int MOST_BYTES = 1 << 20;

  private final Path folder;

  public LogFile(Path folder) {
    this.folder = folder;
  }

  @Override
  public Level level() {
    int ours = logger().getEffectiveLevel().toInt();
    if (ours <= ch.qos.logback.classic.Level.DEBUG_INT) {
      return Level.DEBUG;
    }
    return ours <= ch.qos.logback.classic.Level.INFO_INT ? Level.INFO : Level.WARN;
  }

  @Override
  public void setLevel(Level level) {
    logger().setLevel(KeptLevel.ofLibrary(level));
  }

  @Override
  public void keepLevel(Level level) throws FaultException {
    setLevel(level);
    try {
      KeptLevel.in(folder).keep(level);
    } catch (IOException failed) {
      throw new FaultException(
          HelpdeskFault.of("log.levelNotKept", DiskCause.of(failed).word()), failed);
    }
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Logs.OURS);
  }

  /// From the newest file back to older ones, until there are enough.
  @Override
  public List<String> lines(int most) throws FaultException {
    int wanted = Math.clamp(most, 0, MOST_LINES);
    List<String> lines = new ArrayList<>();
    for (int back = 0; back <= Logs.KEPT && lines.size() < wanted; back++) {
      Path file =
          folder.resolve(back == 0 ? Logs.FILE : Logs.OLDER.replace("%i", Integer.toString(back)));
      if (Files.isRegularFile(file)) {
        List<String> end = end(file);
        lines.addAll(0, end.subList(Math.max(0, end.size() - (wanted - lines.size())), end.size()));
      }
    }
    return List.copyOf(lines);
  }

  /// Whole lines of the last [#MOST_BYTES].
  private static List<String> end(Path file) throws FaultException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, open.length() - MOST_BYTES);
      open.seek(from);
      byte[] bytes = new byte[Math.toIntExact(Math.min(MOST_BYTES, open.length() - from))];
      open.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    } catch (IOException failed) {
      throw new FaultException(
          HelpdeskFault.of(
              "log.unreadable", String.valueOf(file.getFileName()), DiskCause.of(failed).word()),
          failed);
    }
  }
}
